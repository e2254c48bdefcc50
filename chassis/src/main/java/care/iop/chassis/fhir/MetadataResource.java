package care.iop.chassis.fhir;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells anybody what the FHIR face can do. */
@Path("/fhir/metadata")
@IfBuildProperty(name = "iop.fhir.metadata", stringValue = "true")
@Tag(name = "FHIR", description = "The FHIR R4 face")
class MetadataResource {

    private final Capabilities capabilities;
    private final FhirR4 fhir;

    MetadataResource(Capabilities capabilities, FhirR4 fhir) {
        this.capabilities = capabilities;
        this.fhir = fhir;
    }

    @GET
    @PermitAll
    @Produces(FhirR4.JSON)
    @Operation(operationId = "readCapabilities", summary = "Read what the FHIR face can do")
    @APIResponse(
            responseCode = "200",
            description = "A CapabilityStatement",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 CapabilityStatement")))
    public Response read() {
        return Response.ok(fhir.write(capabilities.statement())).build();
    }
}
