package care.iop.chassis.fhir;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells machines where they get an access token, and for which scopes. */
@Path("/fhir/.well-known/smart-configuration")
@IfBuildProperty(name = "iop.fhir.metadata", stringValue = "true")
@Tag(name = "FHIR", description = "The FHIR R4 face")
class SmartConfigurationResource {

    private static final String TOKEN_PATH = "/protocol/openid-connect/token";

    private final Capabilities capabilities;
    private final Optional<String> issuer;

    SmartConfigurationResource(
            Capabilities capabilities, @ConfigProperty(name = "iop.fhir.issuer") Optional<String> issuer) {
        this.capabilities = capabilities;
        this.issuer = issuer;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readSmartConfiguration", summary = "Read where a machine gets its access token")
    @APIResponse(
            responseCode = "200",
            description = "As SMART App Launch has it",
            content = @Content(schema = @Schema(implementation = SmartConfiguration.class)))
    public SmartConfiguration read() {
        var server = issuer.orElseThrow(() -> new ProblemException(
                CommonProblem.TEMPORARILY_UNAVAILABLE, "This service was not told who its identity provider is."));
        return new SmartConfiguration(
                server,
                server + TOKEN_PATH,
                List.of("private_key_jwt"),
                List.of("ES384", "RS384"),
                List.of("client_credentials"),
                capabilities.scopes(),
                List.of("client-confidential-asymmetric", "permission-v2"));
    }
}
