package care.iop.intake.disclosure;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.http.ETags;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.intake.narrowing.NarrowsDisclosure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/treating-relationships")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER})
@Tag(name = "Disclosures", description = "What was disclosed to whom, what is not to be, and who treats a person")
class TreatingRelationshipResource {

    private final LimitDisclosure limit;

    TreatingRelationshipResource(LimitDisclosure limit) {
        this.limit = limit;
    }

    @POST
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "noteTreatingRelationship",
            summary = "Note that a recipient treats the person",
            description = "A consent for \"my treating providers\" holds for these only.")
    @APIResponse(
            responseCode = "201",
            description = "Noted, or it was there already",
            content = @Content(schema = @Schema(implementation = TreatingRelationshipView.class)))
    public Response note(@PathParam("patientId") UUID patientId, @Valid @NotNull TreatingRelationshipRequest request) {
        var relationship = limit.note(patientId, request);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, ETags.of(relationship.version()))
                .entity(relationship.view())
                .build();
    }

    @POST
    @Path("/{id}/end")
    @NarrowsDisclosure
    @Operation(operationId = "endTreatingRelationship", summary = "Note that a recipient no longer treats the person")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = TreatingRelationshipView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it was ended before")
    @APIResponse(
            responseCode = "202",
            description = NarrowsDisclosure.NOT_CONFIRMED,
            content = @Content(schema = @Schema(implementation = TreatingRelationshipView.class)))
    public Response endRelationship(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var relationship = limit.endRelationship(patientId, id, ifMatch);
        return Response.ok(relationship.view())
                .header(HttpHeaders.ETAG, ETags.of(relationship.version()))
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Operation(operationId = "listTreatingRelationships", summary = "List who treats the person")
    @APIResponse(
            responseCode = "200",
            description = "All of them, earliest noted first",
            content = @Content(schema = @Schema(implementation = TreatingRelationshipView.Items.class)))
    public TreatingRelationshipView.Items relationships(@PathParam("patientId") UUID patientId) {
        return new TreatingRelationshipView.Items(limit.relationshipsOf(patientId).stream()
                .map(TreatingRelationship::view)
                .toList());
    }
}
