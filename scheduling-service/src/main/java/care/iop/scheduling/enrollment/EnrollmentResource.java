package care.iop.scheduling.enrollment;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.program.WeeklyPrescription;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
    private final ChangeEnrollment changeEnrollment;
    private final NoContactPairs pairs;
    private final TrackChanges trackChanges;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;
    private final Clock clock;

    EnrollmentResource(
            Enrollments enrollments,
            ChangeEnrollment changeEnrollment,
            NoContactPairs pairs,
            TrackChanges trackChanges,
            CurrentPatient currentPatient,
            AccessAudit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.changeEnrollment = changeEnrollment;
        this.pairs = pairs;
        this.trackChanges = trackChanges;
        this.currentPatient = currentPatient;
        this.audit = audit;
        this.clock = clock;
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
        var noContact = pairs.inForceOf(found.stream().map(Enrollment::id).toList());
        return Pages.ok(uri, found, page, Enrollment::id, shown -> EnrollmentList.of(shown, noContact));
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
    @APIResponse(responseCode = "409", description = "caseload-full")
    public Response setPreferences(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Preferences request) {
        return answer(changeEnrollment.prefer(id, ifMatch, request));
    }

    @PUT
    @Path("/{id}/prescription")
    @RolesAllowed({CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "setPrescription",
            summary = "Prescribe a client's week in place of the program's default, within the prescribed minutes",
            description = "As long as no treatment plan is in force; then its signed revision prescribes the week.")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    @APIResponse(
            responseCode = "409",
            description = "enrollment-not-active; or prescribed-by-plan: a treatment plan is in force")
    public Response setPrescription(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PrescriptionRequest request) {
        return change(
                id,
                ifMatch,
                enrollment -> enrollment.prescribe(new WeeklyPrescription(request.sessions()), request.modalities()));
    }

    @PUT
    @Path("/{id}/planned-end")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "planEnd", summary = "Say when a stay is planned to end")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    public Response planEnd(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PlannedEndRequest request) {
        return change(id, ifMatch, enrollment -> enrollment.planEnd(request.plannedEndOn()));
    }

    @PUT
    @Path("/{id}/track")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "changeTrack", summary = "Move a client to another track, with the reason on record")
    @APIResponse(
            responseCode = "200",
            description = "The enrollment, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = EnrollmentView.class)))
    @APIResponse(responseCode = "409", description = "enrollment-not-active")
    public Response changeTrack(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TrackRequest request) {
        return answer(changeEnrollment.moveToTrack(id, ifMatch, request));
    }

    @GET
    @Path("/{id}/track-history")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "getTrackHistory", summary = "Read which tracks a client was on: who, when, from, to, why")
    @APIResponse(
            responseCode = "200",
            description = "The changes",
            content = @Content(schema = @Schema(implementation = TrackHistory.class)))
    public TrackHistory trackHistory(@PathParam("id") UUID id) {
        var enrollment = enrollments.require(id);
        audit.read("TrackHistory", id, enrollment.patientId());
        return new TrackHistory(
                trackChanges.of(id).stream().map(TrackChange::view).toList());
    }

    @GET
    @Path("/{id}/no-contacts")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "listNoContacts",
            summary = "List whom a client must never meet, and where they would; never shown to any client")
    @APIResponse(
            responseCode = "200",
            description = "The pairs, lifted ones too",
            content = @Content(schema = @Schema(implementation = NoContactList.class)))
    public NoContactList noContacts(@PathParam("id") UUID id) {
        var enrollment = enrollments.require(id);
        return noContactsOf(enrollment);
    }

    @PUT
    @Path("/{id}/no-contacts/{otherId}")
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "addNoContact",
            summary = "Keep two clients apart from now on; it holds for both, and doing it again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The client's pairs, and the days ahead on which the two would meet",
            content = @Content(schema = @Schema(implementation = NoContactList.class)))
    public NoContactList addNoContact(@PathParam("id") UUID id, @PathParam("otherId") UUID otherId) {
        changeEnrollment.keepApart(id, otherId);
        return noContactsOf(enrollments.require(id));
    }

    @POST
    @Path("/{id}/no-contacts/{otherId}/lift")
    @RolesAllowed({PROGRAM_DIRECTOR, CLINICIAN})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "liftNoContact",
            summary = "Let two clients meet again; the pair stays on record with the reason")
    @APIResponse(
            responseCode = "200",
            description = "The client's pairs",
            content = @Content(schema = @Schema(implementation = NoContactList.class)))
    public NoContactList liftNoContact(
            @PathParam("id") UUID id, @PathParam("otherId") UUID otherId, @Valid @NotNull LiftRequest request) {
        changeEnrollment.lift(id, otherId, request.reason());
        return noContactsOf(enrollments.require(id));
    }

    private NoContactList noContactsOf(Enrollment enrollment) {
        var all = pairs.of(enrollment.id());
        audit.read("NoContact", enrollment.id(), enrollment.patientId());
        audit.readAll(
                "NoContact",
                enrollments
                        .withIds(all.stream()
                                .map(pair -> pair.other(enrollment.id()))
                                .distinct()
                                .toList())
                        .stream()
                        .map(Enrollment::patientId)
                        .toList());
        var others = pairs.inForceOf(List.of(enrollment.id())).getOrDefault(enrollment.id(), Set.of());
        return new NoContactList(
                all.stream().map(pair -> pair.view(enrollment.id())).toList(),
                pairs.meetOn(enrollment.id(), others, LocalDate.now(clock)));
    }

    private Response change(UUID id, @Nullable String ifMatch, Consumer<Enrollment> change) {
        return answer(changeEnrollment.change(id, ifMatch, change));
    }

    private Response answer(Enrollment enrollment) {
        var noContact = pairs.inForceOf(List.of(enrollment.id())).getOrDefault(enrollment.id(), Set.of());
        return Response.ok(enrollment.view(noContact))
                .header(HttpHeaders.ETAG, ETags.of(enrollment.version()))
                .build();
    }
}
