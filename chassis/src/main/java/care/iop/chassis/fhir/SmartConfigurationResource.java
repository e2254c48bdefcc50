package care.iop.chassis.fhir;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

    private final Capabilities capabilities;
    private final SmartConfiguration.Source source;

    SmartConfigurationResource(Capabilities capabilities, SmartConfiguration.Source source) {
        this.capabilities = capabilities;
        this.source = source;
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
        return source.with(capabilities.scopes());
    }
}
