package care.iop.scheduling.enrollment;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.program.WeeklyPrescription;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Enrollments over HTTP. They come from intake; what is said here is when a client can come and what they need. */
@Path("/api/enrollments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollments", description = "Admitted clients: prescription, availability, preferences")
class EnrollmentResource {

    private final Enrollments enrollments;
    private final Clinicians clinicians;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;

    EnrollmentResource(
            Enrollments enrollments, Clinicians clinicians, CurrentPatient currentPatient, AccessAudit audit) {
        this.enrollments = enrollments;
        this.clinicians = clinicians;
        this.currentPatient = currentPatient;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "listEnrollments", summary = "List enrollments")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = EnrollmentList.class)))
    public Response list(
            @Parameter(description = "Only those of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Only those in this state") @QueryParam("state") @Nullable EnrollmentState state,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var found = enrollments.page(programId, patientId == null ? null : currentPatient.of(patientId), state, page);
        audit.readAll(
                "Enrollment",
                found.stream().limit(page.limit()).map(Enrollment::patientId).toList());
        return Pages.ok(uri, found, page, Enrollment::id, EnrollmentList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getEnrollment", summary = "Read an enrollment")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with its version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response get(@PathParam("id") UUID id) {
        var enrollment = enrollments.require(id);
        audit.read("Enrollment", id, enrollment.patientId());
        return answer(enrollment);
    }

    @PUT
    @Path("/{id}/availability")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "setAvailability", summary = "Say when a client can come in a usual week")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response setAvailability(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AvailabilityRequest request) {
        return change(id, ifMatch, enrollment -> enrollment.comesWithin(request.available(), request.busy()));
    }

    @PUT
    @Path("/{id}/preferences")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "setPreferences",
            summary = "Say what the roster should know of a client's needs and wishes")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response setPreferences(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Preferences request) {
        return change(id, ifMatch, enrollment -> {
            if (request.primaryClinicianId() != null) {
                clinicians.requireNamed("/primaryClinicianId", request.primaryClinicianId(), enrollment.programId());
            }
            for (var member : request.careTeam()) {
                clinicians.requireNamed("/careTeam", member, enrollment.programId());
            }
            for (var other : request.noContact()) {
                enrollments.requireNamed("/noContact", other);
            }
            enrollment.prefer(request);
        });
    }

    @PUT
    @Path("/{id}/prescription")
    @RolesAllowed({CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "setPrescription",
            summary = "Prescribe a client's week in place of the program's default, within the prescribed minutes")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active")
    public Response setPrescription(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PrescriptionRequest request) {
        return change(id, ifMatch, enrollment -> enrollment.prescribe(new WeeklyPrescription(request.sessions())));
    }

    private Response change(UUID id, @Nullable String ifMatch, Consumer<Enrollment> change) {
        var enrollment = enrollments.require(id);
        IfMatch.require(ifMatch, enrollment.version());
        change.accept(enrollment);
        audit.wrote("Enrollment", id, enrollment.patientId());
        enrollments.flush();
        return answer(enrollment);
    }

    private static Response answer(Enrollment enrollment) {
        return Response.ok(enrollment.view())
                .header(HttpHeaders.ETAG, ETags.of(enrollment.version()))
                .build();
    }
}
