package care.iop.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Writes into the OpenAPI document what follows from an operation's shape: the bearer token it needs, the headers it
 * understands, and the errors it can answer. Resources document only what is special to them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String SCHEME = "bearer";

    /** The errors that come of an operation's shape, with the sentence that explains each. */
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("400", "The request can't be read, or has a field or parameter that is not known here"),
            Map.entry("401", "No access token, or one that is not valid"),
            Map.entry("403", "The token's roles, scopes or organization don't cover this"),
            Map.entry("404", "There is nothing here for this caller"),
            Map.entry("412", "The resource has changed since it was read"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The media type of the body is not the documented one"),
            Map.entry("422", "A value breaks a rule; the errors name it by JSON pointer"),
            Map.entry("428", "The If-Match header is needed"),
            Map.entry("500", "Something failed on our side; quote the instance"),
            Map.entry("503", "A part that this request needs is not available now; see Retry-After"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the suite's identity provider, with an organization claim"));
        components.addSchema("Problem", problem());
        components.addSchema("FieldProblem", fieldProblem());
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        boolean fhir = path.contains("/fhir");
        if (operation.getSecurity() == null) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME));
        }
        boolean open = operation.getSecurity().isEmpty();
        boolean body = operation.getRequestBody() != null;
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean guarded = parameters.stream().anyMatch(p -> "If-Match".equals(p.getName()));
        boolean query = parameters.stream().anyMatch(p -> p.getIn() == Parameter.In.QUERY);
        boolean identified = parameters.stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
        answer(operation, "400", fhir);
        answer(operation, "500", fhir);
        answer(operation, "503", fhir);
        if (!open) {
            answer(operation, "401", fhir);
            answer(operation, "403", fhir);
        }
        if (identified) {
            answer(operation, "404", fhir);
        }
        if (body || query) {
            answer(operation, "422", fhir);
        }
        if (body) {
            answer(operation, "413", fhir);
            answer(operation, "415", fhir);
        }
        if (guarded) {
            answer(operation, "412", fhir);
            answer(operation, "428", fhir);
        }
        // What a resource documents beyond these, such as its own 409, has the same form.
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4") || status.startsWith("5"))
                .toList()
                .forEach(status -> answer(operation, status, fhir));
    }

    private static void answer(Operation operation, String status, boolean fhir) {
        var responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        APIResponse response = responses.getAPIResponse(status);
        if (response == null) {
            response = OASFactory.createAPIResponse().description(SENTENCES.getOrDefault(status, ""));
            responses.addAPIResponse(status, response);
        }
        if (response.getContent() == null) {
            var schema = fhir
                    ? OASFactory.createSchema().addType(SchemaType.OBJECT).description("A FHIR R4 OperationOutcome")
                    : OASFactory.createSchema().ref("#/components/schemas/Problem");
            response.content(OASFactory.createContent()
                    .addMediaType(
                            fhir ? "application/fhir+json" : "application/problem+json",
                            OASFactory.createMediaType().schema(schema)));
        }
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457 problem details")
                .required(List.of("type", "title", "status"))
                .addProperty("type", text("/problems/invalid-value").description("Stable; the last part is the code"))
                .addProperty("title", text("A value breaks a rule"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).examples(List.of(422)))
                .addProperty("detail", text("One value can't be accepted."))
                .addProperty(
                        "instance",
                        text("urn:request:019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10")
                                .description("The request's identifier, to quote when asking for help"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldProblem")));
    }

    private static Schema fieldProblem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is wrong with one value of a request")
                .required(List.of("pointer", "detail"))
                .addProperty(
                        "pointer",
                        text("/startsOn").description("A JSON pointer (RFC 6901) into the body, or a parameter's name"))
                .addProperty("detail", text("must be a date like 2026-01-31"));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(SchemaType.STRING).examples(List.of(example));
    }
}
