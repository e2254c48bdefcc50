package care.iop.progress.checkin;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.episode.PatientAccess;
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
import java.time.LocalDate;
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

@Path("/api/patients/{patientId}/check-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Check-ins",
        description = "Daily self-reports of mood, craving, use, sleep, meetings and triggers, with a private journal")
class CheckInResource {

    private final RecordCheckIn recordCheckIn;
    private final CorrectCheckIn correctCheckIn;
    private final CheckIns checkIns;
    private final PatientAccess access;
    private final AccessAudit audit;

    CheckInResource(
            RecordCheckIn recordCheckIn,
            CorrectCheckIn correctCheckIn,
            CheckIns checkIns,
            PatientAccess access,
            AccessAudit audit) {
        this.recordCheckIn = recordCheckIn;
        this.correctCheckIn = correctCheckIn;
        this.checkIns = checkIns;
        this.access = access;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Roles.PATIENT)
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Record the own check-in of a day",
            description =
                    "One for each day, today or up to 7 days back. Send a reportId or an Idempotency-Key to repeat safely; a"
                            + " device that was offline sends reportedAt, up to 30 days back. When a warning sign of the person's own"
                            + " relapse-prevention plan shows, the answer has the next step.")
    @APIResponse(
            responseCode = "200",
            description = "A report with this reportId was recorded before; nothing has changed",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CheckInView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The check-in",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = CheckInView.class)))
    @APIResponse(responseCode = "409", description = "The day has a check-in; correct it with PUT")
    public Response recordCheckIn(
            @PathParam("patientId") UUID patientId,
            @NotNull @Valid RecordCheckInRequest request,
            @Context UriInfo uri) {
        var recorded = recordCheckIn.record(patientId, request.sent(), request.report());
        var checkIn = recorded.checkIn();
        var response = recorded.isNew()
                ? Response.created(uri.getAbsolutePathBuilder()
                        .path(checkIn.forOn().toString())
                        .build())
                : Response.ok();
        return response.header(HttpHeaders.ETAG, ETags.of(checkIn.version()))
                .entity(CheckInView.answering(checkIn, recorded.prompt()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(
            summary = "List a person's check-ins",
            description = "In the order of recording. Patients see their own; staff see a note only when it is shared.")
    @APIResponse(
            responseCode = "200",
            description = "A page of check-ins",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CheckInPage.class)))
    public Response listCheckIns(
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
        var rows = checkIns.page(patient, from, to, page);
        audit.readAll("CheckIn", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                CheckIn::id,
                shown -> new CheckInPage(shown.stream().map(this::viewForCaller).toList()));
    }

    @GET
    @Path("{forOn}")
    @RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
    @Transactional
    @Operation(summary = "Read a person's check-in of a day")
    @APIResponse(
            responseCode = "200",
            description = "The check-in",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CheckInView.class)))
    public Response readCheckIn(
            @PathParam("patientId") UUID patientId,
            @Parameter(example = "2026-11-23") @PathParam("forOn") LocalDate forOn) {
        var patient = access.require(patientId);
        var checkIn = checkIns.find(patient, forOn).orElseThrow(() -> ProblemException.notFound("check-in"));
        audit.read("CheckIn", checkIn.id(), patient);
        return Response.ok(viewForCaller(checkIn))
                .header(HttpHeaders.ETAG, ETags.of(checkIn.version()))
                .build();
    }

    @PUT
    @Path("{forOn}")
    @RolesAllowed(Roles.PATIENT)
    @Transactional
    @Operation(summary = "Correct the own check-in of a day")
    @APIResponse(
            responseCode = "200",
            description = "The corrected check-in",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CheckInView.class)))
    public Response correctCheckIn(
            @PathParam("patientId") UUID patientId,
            @Parameter(example = "2026-11-23") @PathParam("forOn") LocalDate forOn,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid CorrectCheckInRequest request) {
        var corrected = correctCheckIn.correct(patientId, forOn, ifMatch, request.report());
        return Response.ok(CheckInView.answering(corrected.checkIn(), corrected.prompt()))
                .header(HttpHeaders.ETAG, ETags.of(corrected.checkIn().version()))
                .build();
    }

    private CheckInView viewForCaller(CheckIn checkIn) {
        return access.isSelf(checkIn.patientId()) ? CheckInView.forAuthor(checkIn) : CheckInView.forStaff(checkIn);
    }
}
