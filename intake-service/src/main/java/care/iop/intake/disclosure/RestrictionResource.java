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

@Path("/api/patients/{patientId}/disclosure-restrictions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN, COMPLIANCE_OFFICER})
@Tag(name = "Disclosures", description = "What was disclosed to whom, what is not to be, and who treats a person")
class RestrictionResource {

    private final LimitDisclosure limit;

    RestrictionResource(LimitDisclosure limit) {
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
    @NarrowsDisclosure
    @Operation(
            operationId = "agreeRestriction",
            summary = "Record that the program agrees not to disclose something",
            description = "42 CFR 2.26. It wins over every consent until it is ended.")
    @APIResponse(
            responseCode = "201",
            description = "Agreed",
            content = @Content(schema = @Schema(implementation = RestrictionView.class)))
    @APIResponse(
            responseCode = "202",
            description = NarrowsDisclosure.NOT_CONFIRMED,
            content = @Content(schema = @Schema(implementation = RestrictionView.class)))
    public Response agree(@PathParam("patientId") UUID patientId, @Valid @NotNull RestrictionRequest request) {
        var restriction = limit.agree(patientId, request);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, ETags.of(restriction.version()))
                .entity(restriction.view())
                .build();
    }

    @POST
    @Path("/{id}/end")
    @Operation(operationId = "endRestriction", summary = "End an agreed restriction")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = RestrictionView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it was ended before")
    public Response endRestriction(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var restriction = limit.endRestriction(patientId, id, ifMatch);
        return Response.ok(restriction.view())
                .header(HttpHeaders.ETAG, ETags.of(restriction.version()))
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Operation(operationId = "listRestrictions", summary = "List what the program agreed not to disclose")
    @APIResponse(
            responseCode = "200",
            description = "All of them, earliest agreed first",
            content = @Content(schema = @Schema(implementation = RestrictionView.Items.class)))
    public RestrictionView.Items restrictions(@PathParam("patientId") UUID patientId) {
        return new RestrictionView.Items(limit.restrictionsOf(patientId).stream()
                .map(AgreedRestriction::view)
                .toList());
    }
}
