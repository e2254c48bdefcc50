package care.iop.intake.admission;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

@Path("/api/admissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admissions", description = "Stays in the program, from the day of admission")
class AdmissionResource {

    private final Admissions admissions;
    private final AdmitPatient admitPatient;
    private final AccessAudit audit;

    AdmissionResource(Admissions admissions, AdmitPatient admitPatient, AccessAudit audit) {
        this.admissions = admissions;
        this.admitPatient = admitPatient;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(COORDINATOR)
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(operationId = "admitPatient", summary = "Admit the person of a referral that is placed or waitlisted")
    @APIResponse(
            responseCode = "201",
            description = "Admitted, with the version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "admission-gates-unmet (one error per gate, with who can close it), referral-move-not-allowed, level-not-served, already-admitted or patient-already-admitted")
    public Response admit(@Valid @NotNull AdmitPatientRequest request, @Context UriInfo uri) {
        var admission = admitPatient.admit(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(admission.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(admission.version()))
                .entity(admission.view())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getAdmission", summary = "Read an admission")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    public Response get(@PathParam("id") UUID id) {
        var admission = admissions.require(id);
        audit.read("Admission", id, admission.patientId());
        return Response.ok(admission.view())
                .header(HttpHeaders.ETAG, ETags.of(admission.version()))
                .build();
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listAdmissions", summary = "List admissions in the order in which they were recorded")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AdmissionList.class)))
    public Response list(
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Only those to this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var found = admissions.page(patientId, programId, page);
        audit.readAll(
                "Admission",
                found.stream().limit(page.limit()).map(Admission::patientId).toList());
        return Pages.ok(uri, found, page, Admission::id, AdmissionList::of);
    }
}
