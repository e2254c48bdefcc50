package care.iop.chassis.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.lang.reflect.Method;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What the FHIR face of the service can do, computed from the providers that are there. */
@ApplicationScoped
public class Capabilities {

    /** The header that makes a create conditional (FHIR R4, http.html#ccreate). */
    public static final String IF_NONE_EXIST = "If-None-Exist";

    private final List<FhirProvider> providers;
    private final List<FhirSystem> systems;
    private final String service;
    private final LocalDate changedOn;

    Capabilities(
            @All List<FhirProvider> providers,
            @All List<FhirSystem> systems,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "iop.fhir.capabilities-of") LocalDate changedOn) {
        this.providers = providers.stream()
                .sorted(Comparator.comparing(FhirProvider::type))
                .toList();
        this.systems = List.copyOf(systems);
        this.service = service;
        this.changedOn = changedOn;
    }

    /** The statement, the same at every time and place. */
    public CapabilityStatement statement() {
        var statement = new CapabilityStatement();
        statement.setName(service);
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDate(Date.valueOf(changedOn));
        statement.getDateElement().setPrecision(TemporalPrecisionEnum.DAY);
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.getImplementation().setDescription("The " + service + " service of the IOP suite");
        statement.setFhirVersion(FHIRVersion._4_0_1);
        statement.addFormat("json");
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription(
                        "SMART Backend Services: private_key_jwt and system scopes. What is disclosed needs the person's consent.")
                .addService(new CodeableConcept()
                        .addCoding(new Coding(
                                "http://terminology.hl7.org/CodeSystem/restful-security-service",
                                "SMART-on-FHIR",
                                "SMART-on-FHIR")));
        for (var provider : providers) {
            rest.addResource(describe(provider));
        }
        for (var system : systems) {
            system.interactions().forEach(interaction -> rest.addInteraction().setCode(interaction));
        }
        return statement;
    }

    /** The system scopes that open some operation, in order. */
    public List<String> scopes() {
        return Stream.concat(providers.stream(), systems.stream())
                .map(Capabilities::written)
                .flatMap(written -> Stream.concat(Stream.of(written), Arrays.stream(written.getDeclaredMethods())))
                .map(opened -> opened.getAnnotation(RolesAllowed.class))
                .filter(Objects::nonNull)
                .flatMap(allowed -> Arrays.stream(allowed.value()))
                .filter(role -> role.startsWith("system/"))
                .distinct()
                .sorted()
                .toList();
    }

    private static CapabilityStatementRestResourceComponent describe(FhirProvider provider) {
        var resource = new CapabilityStatementRestResourceComponent();
        resource.setType(provider.type());
        provider.profile().ifPresent(resource::addSupportedProfile);
        resource.setVersioning(ResourceVersionPolicy.NOVERSION);
        for (var method : methods(provider)) {
            if (isRead(method)) {
                resource.addInteraction().setCode(TypeRestfulInteraction.READ);
                if (Arrays.asList(method.getParameterTypes()).contains(Request.class)) {
                    // It compares with what If-None-Match names.
                    resource.setVersioning(ResourceVersionPolicy.VERSIONED);
                }
            } else if (isSearch(method)) {
                resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
                addParameters(resource, method);
            } else if (isCreate(method)) {
                resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
                if (isConditional(method)) {
                    resource.setConditionalCreate(true);
                }
            } else if (isUpdate(method)) {
                resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
            }
        }
        return resource;
    }

    private static void addParameters(CapabilityStatementRestResourceComponent resource, Method search) {
        for (var parameter : search.getParameters()) {
            var kind = parameter.getAnnotation(SearchParameter.class);
            if (kind != null) {
                resource.addSearchParam()
                        .setName(parameter.getAnnotation(QueryParam.class).value())
                        .setType(kind.value())
                        .setDocumentation(
                                parameter.getAnnotation(Parameter.class).description());
            }
        }
    }

    private static List<Method> methods(FhirProvider provider) {
        return Arrays.stream(written(provider).getDeclaredMethods())
                .filter(method -> isRead(method) || isSearch(method) || isCreate(method) || isUpdate(method))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** A class with interceptors is the generated child of the one that was written. */
    private static Class<?> written(Object provider) {
        Class<?> written = ClientProxy.unwrap(provider).getClass();
        while (written.getAnnotation(Path.class) == null) {
            written = written.getSuperclass();
        }
        return written;
    }

    private static boolean isRead(Method method) {
        return method.isAnnotationPresent(GET.class) && isOfOne(method);
    }

    private static boolean isSearch(Method method) {
        return method.isAnnotationPresent(GET.class) && !method.isAnnotationPresent(Path.class);
    }

    private static boolean isCreate(Method method) {
        return method.isAnnotationPresent(POST.class) && !method.isAnnotationPresent(Path.class);
    }

    private static boolean isConditional(Method create) {
        return Arrays.stream(create.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(IF_NONE_EXIST));
    }

    private static boolean isUpdate(Method method) {
        return method.isAnnotationPresent(PUT.class) && isOfOne(method);
    }

    private static boolean isOfOne(Method method) {
        var path = method.getAnnotation(Path.class);
        return path != null && path.value().equals("/{id}");
    }
}
