package care.iop.progress.supportmeeting;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.progress.Roles;
import care.iop.progress.episode.PatientAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/support-meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support meetings", description = "Meetings that a person means to go to, went to, or did not")
class SupportMeetingResource {

    private final SupportMeetings meetings;
    private final KeepSupportMeeting keepSupportMeeting;
    private final PatientAccess access;
    private final AccessAudit audit;

    SupportMeetingResource(
            SupportMeetings meetings, KeepSupportMeeting keepSupportMeeting, PatientAccess access, AccessAudit audit) {
        this.meetings = meetings;
        this.keepSupportMeeting = keepSupportMeeting;
        this.access = access;
        this.audit = audit;
    }

    @PUT
    @Path("{meetingId}")
    @RolesAllowed(Roles.PATIENT)
    @Transactional
    @Operation(
            summary = "Say that one means to go to a support meeting, went, or did not",
            description =
                    "The device makes the identifier, so that it can be said offline and sent as often as needed: the last"
                            + " word counts, and the same again changes nothing.")
    @APIResponse(responseCode = "200", description = "The meeting")
    public SupportMeetingView keepSupportMeeting(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "Made by the device, any UUID") @PathParam("meetingId") UUID meetingId,
            @NotNull @Valid KeepSupportMeetingRequest request) {
        return SupportMeetingView.of(keepSupportMeeting.keep(patientId, meetingId, request));
    }

    @GET
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(summary = "List a person's support meetings")
    @APIResponse(
            responseCode = "200",
            description = "A page of meetings",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SupportMeetingPage.class)))
    public Response listSupportMeetings(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "The first day", example = "2026-11-01") @QueryParam("from") @Nullable
                    LocalDate from,
            @Parameter(description = "The last day", example = "2026-11-30") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var patient = access.require(patientId);
        var page = PageRequest.of(limit, after);
        var rows = meetings.page(patient, from, to, page);
        audit.readAll("SupportMeeting", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                SupportMeeting::id,
                shown -> new SupportMeetingPage(
                        shown.stream().map(SupportMeetingView::of).toList()));
    }
}
