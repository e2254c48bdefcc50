package care.iop.intake.disclosure;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
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

@Path("/api/patients/{patientId}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures", description = "What was disclosed to whom, what is not to be, and who treats a person")
class DisclosureResource {

    private final Disclose disclose;
    private final DisclosureAccount account;
    private final Patients patients;

    DisclosureResource(Disclose disclose, DisclosureAccount account, Patients patients) {
        this.disclose = disclose;
        this.account = account;
        this.patients = patients;
    }

    @POST
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "discloseByStaff",
            summary = "Disclose something by a member of staff, and account for it",
            description = """
                    Refused unless consents in force cover all of it. In a medical emergency (42 CFR 2.51) a clinician discloses \
                    without one and writes down whom they told, of which place, and the nature of the emergency.""")
    @APIResponse(
            responseCode = "201",
            description = "Permitted and accounted for",
            content = @Content(schema = @Schema(implementation = DisclosureView.class)))
    @APIResponse(
            responseCode = "409",
            description = "consent-not-in-force: with the reason for each class of information")
    public Response disclose(@PathParam("patientId") UUID patientId, @Valid @NotNull DisclosureRequestByStaff request) {
        return Response.status(Response.Status.CREATED)
                .entity(disclose.byStaff(patientId, request).view())
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Transactional
    @Operation(
            operationId = "listDisclosures",
            summary = "Account for the disclosures of a patient's information, earliest first",
            description = "42 CFR 2.25: three years back when since is absent.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DisclosureList.class)))
    public Response list(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "The first day, in UTC") @QueryParam("since") @Nullable LocalDate since,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        if (patients.findByIdOptional(patientId).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
        return account.read(patientId, since, PageRequest.of(limit, after), uri);
    }
}
