package care.iop.intake.fhir;

import care.iop.chassis.fhir.Capabilities;
import care.iop.chassis.fhir.FhirR4;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceInteractionComponent;

/**
 * What the one base of all services can do: our own statement, and those of the other services as they are committed and held to
 * in their tests. Where two services know a type, the base passes it on to the other one.
 */
@ApplicationScoped
class SuiteCapabilities {

    private static final List<String> OTHERS = List.of("scheduling", "progress");

    private final Capabilities own;
    private final List<CapabilityStatement> others = new ArrayList<>();

    SuiteCapabilities(Capabilities own, FhirR4 fhir) {
        this.own = own;
        for (var service : OTHERS) {
            others.add(fhir.context().newJsonParser().parseResource(CapabilityStatement.class, committed(service)));
        }
    }

    private static String committed(String service) {
        var name = "/contracts/" + service + "/capability-statement.json";
        try (var file = SuiteCapabilities.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the build has left out " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statement of the base. */
    CapabilityStatement statement() {
        var statement = own.statement();
        statement.setName("iop");
        statement.getImplementation().setDescription("The IOP suite");
        var byType = new TreeMap<String, CapabilityStatementRestResourceComponent>();
        statement.getRestFirstRep().getResource().forEach(resource -> byType.put(resource.getType(), resource));
        for (var other : others) {
            other.getRestFirstRep().getResource().forEach(resource -> byType.put(resource.getType(), resource));
            if (other.getDateElement()
                            .getValueAsString()
                            .compareTo(statement.getDateElement().getValueAsString())
                    > 0) {
                statement.setDateElement(other.getDateElement());
            }
        }
        statement.getRestFirstRep().setResource(new ArrayList<>(byType.values()));
        return statement;
    }

    /** The system scopes that open some operation of the base, in order. */
    List<String> scopes() {
        var scopes = new TreeSet<String>(Comparator.naturalOrder());
        scopes.addAll(own.scopes());
        for (var resource : statement().getRestFirstRep().getResource()) {
            var type = "system/" + resource.getType() + ".";
            for (ResourceInteractionComponent interaction : resource.getInteraction()) {
                switch (interaction.getCode()) {
                    case READ -> scopes.addAll(List.of(type + "r", type + "rs"));
                    case SEARCHTYPE -> scopes.addAll(List.of(type + "s", type + "rs"));
                    case CREATE -> scopes.add(type + "c");
                    case UPDATE -> scopes.add(type + "u");
                    default -> throw new IllegalStateException("no scope opens " + interaction.getCode());
                }
            }
        }
        return List.copyOf(scopes);
    }
}
