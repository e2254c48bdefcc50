package care.iop.progress.cadence;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.progress.Roles;
import care.iop.progress.episode.PatientAccess;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Due work", description = "What is to be measured when, by the cadence of the level of care")
class DueWorkResource {

    /** Longer than any follow-up after a discharge and its window. */
    private static final int DAYS_AFTER_DISCHARGE = 400;

    private final FindDueWork findDueWork;
    private final DueWorkQuery query;
    private final SnoozeDueWork snoozeDueWork;
    private final PatientAccess access;
    private final AccessAudit audit;

    DueWorkResource(
            FindDueWork findDueWork,
            DueWorkQuery query,
            SnoozeDueWork snoozeDueWork,
            PatientAccess access,
            AccessAudit audit) {
        this.findDueWork = findDueWork;
        this.query = query;
        this.snoozeDueWork = snoozeDueWork;
        this.access = access;
        this.audit = audit;
    }

    @GET
    @Path("patients/{patientId}/due-work")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(
            summary = "List what is due for a person",
            description = "By the cadence of the level of care of the last episode. A check-in is never overdue.")
    @APIResponse(responseCode = "200", description = "All of it")
    public DueWorkView listDueWorkOfPatient(@PathParam("patientId") UUID patientId) {
        var patient = access.require(patientId);
        audit.readAll("DueWork", List.of(patient));
        return query.last(patient).stream()
                .flatMap(episode -> findDueWork.of(List.of(episode)).stream())
                .map(found -> view(found, found.items(), found.homework()))
                .findFirst()
                .orElseGet(() -> new DueWorkView(patient, null, findDueWork.today(), List.of(), List.of()));
    }

    @POST
    @Path("patients/{patientId}/due-work/{code}/snooze")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Put off a measurement that is due",
            description =
                    "Up to 7 days for oneself, up to 14 for clinicians, always with a reason. It can be put off again.")
    @APIResponse(
            responseCode = "200",
            description = "What was put off",
            content = @Content(schema = @Schema(implementation = DueItem.class)))
    public Response snoozeDueWork(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "The code of the instrument", example = "PHQ-9") @PathParam("code") String code,
            @NotNull @Valid SnoozeRequest request) {
        return Response.ok(snoozeDueWork.snooze(patientId, code, request)).build();
    }

    @GET
    @Path("due-work")
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Operation(
            summary = "List what is due for everyone",
            description =
                    "In open episodes, and after a discharge until the last follow-up. Check-ins are left out. Names are"
                            + " intake's to tell.")
    @APIResponse(
            responseCode = "200",
            description = "A page of episodes in which something is due",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DueWorkPage.class)))
    public Response listDueWork(
            @Parameter(description = "Only episodes of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Only items of this status; all when left out", example = "OVERDUE")
                    @QueryParam("status")
                    @Nullable
                    DueStatus status,
            @Parameter(description = "Episodes to look at for a page, 1 to 200; 50 when left out")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var rows = query.page(programId, findDueWork.today().minusDays(DAYS_AFTER_DISCHARGE), page);
        return Pages.ok(uri, rows, page, EpisodeRow::admissionId, shown -> {
            audit.readAll("DueWork", shown.stream().map(EpisodeRow::patientId).toList());
            return new DueWorkPage(findDueWork.of(shown).stream()
                    .map(found -> view(found, measurements(found, status), homework(found, status)))
                    .filter(due -> !due.items().isEmpty() || !due.homework().isEmpty())
                    .toList());
        });
    }

    private static List<DueItem> measurements(FindDueWork.Found found, @Nullable DueStatus status) {
        return found.items().stream()
                .filter(item -> item.kind() != DueKind.CHECK_IN && (status == null || item.status() == status))
                .toList();
    }

    private static List<DueHomework> homework(FindDueWork.Found found, @Nullable DueStatus status) {
        return found.homework().stream()
                .filter(homework -> status == null || homework.status() == status)
                .toList();
    }

    private DueWorkView view(FindDueWork.Found found, List<DueItem> items, List<DueHomework> homework) {
        return new DueWorkView(
                found.episode().patientId(), found.episode().admissionId(), findDueWork.today(), items, homework);
    }
}
