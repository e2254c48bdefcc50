package care.iop.intake.admission;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/admissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Course of a stay", description = "Levels of care, leaves, the discharge, aftercare and follow-ups")
class EpisodeResource {

    private static final String NOT_NOW =
            "admission-move-not-allowed: the stay is on leave or has ended, and the detail says so";

    private final Admissions admissions;
    private final PlannedContacts contacts;
    private final ContactCalendar calendar;
    private final ChangeAdmission change;
    private final CloseContact closeContact;
    private final EndReasonCodes codes;
    private final AccessAudit audit;
    private final Clock clock;

    EpisodeResource(
            Admissions admissions,
            PlannedContacts contacts,
            ContactCalendar calendar,
            ChangeAdmission change,
            CloseContact closeContact,
            EndReasonCodes codes,
            AccessAudit audit,
            Clock clock) {
        this.admissions = admissions;
        this.contacts = contacts;
        this.calendar = calendar;
        this.change = change;
        this.closeContact = closeContact;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @Path("/level-changes")
    @RolesAllowed(CLINICIAN)
    @Transactional
    @Operation(
            operationId = "changeLevelOfCare",
            summary = "Step up, step down, transfer, change the dose or begin aftercare, by a clinician's placement")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "409", description = NOT_NOW + "; or level-not-served")
    public Response changeLevel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull LevelChangeRequest request) {
        return answer(change.changeLevel(id, ifMatch, request));
    }

    @POST
    @Path("/leave-start")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "startLeave", summary = "Note that the person is away from treatment and expected back")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public Response startLeave(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull LeaveRequest request) {
        return answer(change.startLeave(id, ifMatch, request));
    }

    @POST
    @Path("/leave-end")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "endLeave", summary = "Note that the person is back from leave")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "409", description = "admission-move-not-allowed: the person is not on leave")
    public Response endLeave(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull LeaveEndRequest request) {
        return answer(change.endLeave(id, ifMatch, request));
    }

    @POST
    @Path("/discharge")
    @RolesAllowed(CLINICIAN)
    @Transactional
    @Operation(
            operationId = "dischargePatient",
            summary = "End the stay",
            description = "Cancels what is left of aftercare and plans the follow-ups, none after a death.")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "409", description = "admission-move-not-allowed: it ended already")
    public Response discharge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DischargeRequest request) {
        return answer(change.discharge(id, ifMatch, request));
    }

    @PUT
    @Path("/data-at-admission")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "recordDataAtAdmission",
            summary = "Record what reports ask for, as it was at the admission, in place of what was there")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    public Response recordDataAtAdmission(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull OutcomeData request) {
        return answer(change.record(id, ifMatch, OutcomeOccasion.ADMISSION, request));
    }

    @PUT
    @Path("/data-at-discharge")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "recordDataAtDischarge",
            summary = "Record what reports ask for, as it was at the discharge, in place of what was there")
    @APIResponse(
            responseCode = "200",
            description = "The admission, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AdmissionView.class)))
    @APIResponse(responseCode = "409", description = "admission-move-not-allowed: the stay has not ended")
    public Response recordDataAtDischarge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull OutcomeData request) {
        return answer(change.record(id, ifMatch, OutcomeOccasion.DISCHARGE, request));
    }

    @GET
    @Path("/reporting-record")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "getReportingRecord",
            summary = "Read what the stay gives to TEDS and the National Outcome Measures",
            description =
                    "Which TEDS reason an end reason counts as is configuration, for a clinical owner to confirm.")
    @APIResponse(
            responseCode = "200",
            description = "The record, as far as the stay has come",
            content = @Content(schema = @Schema(implementation = ReportingRecord.class)))
    public ReportingRecord reportingRecord(@PathParam("id") UUID id) {
        var admission = admissions.require(id);
        audit.read("ReportingRecord", id, admission.patientId());
        return admission.reporting(codes);
    }

    @GET
    @Path("/contacts")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listPlannedContacts",
            summary = "List the contacts of aftercare and the follow-ups, each due, overdue, done or lost as of today")
    @APIResponse(
            responseCode = "200",
            description = "All contacts of the stay",
            content = @Content(schema = @Schema(implementation = PlannedContactList.class)))
    public PlannedContactList listContacts(@PathParam("id") UUID id) {
        var admission = admissions.require(id);
        audit.read("PlannedContact", id, admission.patientId());
        return new PlannedContactList(contacts.of(id).stream().map(this::view).toList(), PlannedContactList.POLICY);
    }

    @POST
    @Path("/contacts/{contactId}/completion")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "completeContact", summary = "Note that a planned contact took place")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = PlannedContactView.class)))
    @APIResponse(responseCode = "409", description = "contact-closed: it was done, lost or cancelled before")
    public PlannedContactView completeContact(
            @PathParam("id") UUID id,
            @PathParam("contactId") UUID contactId,
            @Valid @NotNull ContactCloseRequest request) {
        return view(closeContact.close(id, contactId, request.closedOn(), PlannedContact::done));
    }

    @POST
    @Path("/contacts/{contactId}/loss")
    @RolesAllowed({COORDINATOR, CLINICIAN})
    @Transactional
    @Operation(operationId = "loseContact", summary = "Note that the person could not be reached for a planned contact")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = PlannedContactView.class)))
    @APIResponse(responseCode = "409", description = "contact-closed: it was done, lost or cancelled before")
    public PlannedContactView loseContact(
            @PathParam("id") UUID id,
            @PathParam("contactId") UUID contactId,
            @Valid @NotNull ContactCloseRequest request) {
        return view(closeContact.close(id, contactId, request.closedOn(), PlannedContact::lost));
    }

    private PlannedContactView view(PlannedContact contact) {
        return contact.view(LocalDate.now(clock), calendar.windowDays());
    }

    private static Response answer(Admission admission) {
        return Response.ok(admission.view())
                .header(HttpHeaders.ETAG, ETags.of(admission.version()))
                .build();
    }
}
