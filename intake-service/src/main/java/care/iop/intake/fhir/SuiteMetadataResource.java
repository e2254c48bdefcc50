package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.SmartConfiguration;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells anybody what the one base of all services can do. The origin passes its {@code /fhir/metadata} on to here. */
@Path("/fhir/suite")
@Tag(name = "FHIR", description = "The FHIR R4 face")
class SuiteMetadataResource {

    private final SuiteCapabilities capabilities;
    private final SmartConfiguration.Source smart;
    private final FhirR4 fhir;

    SuiteMetadataResource(SuiteCapabilities capabilities, SmartConfiguration.Source smart, FhirR4 fhir) {
        this.capabilities = capabilities;
        this.smart = smart;
        this.fhir = fhir;
    }

    @GET
    @Path("/metadata")
    @PermitAll
    @Produces(FhirR4.JSON)
    @Operation(operationId = "readSuiteCapabilities", summary = "Read what the one base of all services can do")
    @APIResponse(
            responseCode = "200",
            description = "A CapabilityStatement",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 CapabilityStatement")))
    public Response metadata() {
        return Response.ok(fhir.write(capabilities.statement())).build();
    }

    @GET
    @Path("/.well-known/smart-configuration")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readSuiteSmartConfiguration",
            summary = "Read where a machine gets its access token for the one base of all services")
    @APIResponse(
            responseCode = "200",
            description = "As SMART App Launch has it",
            content = @Content(schema = @Schema(implementation = SmartConfiguration.class)))
    public SmartConfiguration smartConfiguration() {
        return smart.with(capabilities.scopes());
    }
}
