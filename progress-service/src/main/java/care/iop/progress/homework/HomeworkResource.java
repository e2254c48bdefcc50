package care.iop.progress.homework;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
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

@Path("/api/patients/{patientId}/homework")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Homework", description = "What a person is to do between sessions")
class HomeworkResource {

    private final Homeworks homeworks;
    private final AssignHomework assignHomework;
    private final EndHomework endHomework;
    private final PatientAccess access;
    private final AccessAudit audit;

    HomeworkResource(
            Homeworks homeworks,
            AssignHomework assignHomework,
            EndHomework endHomework,
            PatientAccess access,
            AccessAudit audit) {
        this.homeworks = homeworks;
        this.assignHomework = assignHomework;
        this.endHomework = endHomework;
        this.access = access;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(summary = "Give a person homework")
    @APIResponse(
            responseCode = "201",
            description = "The homework",
            headers = {
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = HomeworkView.class)))
    public Response assignHomework(
            @PathParam("patientId") UUID patientId,
            @NotNull @Valid AssignHomeworkRequest request,
            @Context UriInfo uri) {
        var homework = assignHomework.assign(patientId, request);
        return answer(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(homework.id().toString())
                        .build()),
                homework);
    }

    @GET
    @Transactional
    @Operation(summary = "List a person's homework, in the order of assigning")
    @APIResponse(
            responseCode = "200",
            description = "A page of homework",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = HomeworkPage.class)))
    public Response listHomework(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "Only homework that stands so; all when left out") @QueryParam("status") @Nullable
                    HomeworkStatus status,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var patient = access.require(patientId);
        var page = PageRequest.of(limit, after);
        var rows = homeworks.page(patient, status, page);
        audit.readAll("Homework", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                Homework::id,
                shown -> new HomeworkPage(shown.stream().map(HomeworkView::of).toList()));
    }

    @GET
    @Path("{homeworkId}")
    @Transactional
    @Operation(summary = "Read a piece of homework")
    @APIResponse(
            responseCode = "200",
            description = "The homework",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = HomeworkView.class)))
    public Response readHomework(@PathParam("patientId") UUID patientId, @PathParam("homeworkId") UUID homeworkId) {
        var patient = access.require(patientId);
        var homework = homeworks.find(patient, homeworkId).orElseThrow(() -> ProblemException.notFound("homework"));
        audit.read("Homework", homework.id(), patient);
        return answer(Response.ok(), homework);
    }

    @POST
    @Path("{homeworkId}/completion")
    @RolesAllowed(Roles.PATIENT)
    @Transactional
    @Operation(
            summary = "Say that one has done one's homework",
            description = "Saying so again changes nothing, so it can be repeated safely.")
    @APIResponse(
            responseCode = "200",
            description = "The homework",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = HomeworkView.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn")
    public Response finishHomework(
            @PathParam("patientId") UUID patientId,
            @PathParam("homeworkId") UUID homeworkId,
            @NotNull @Valid FinishHomeworkRequest request) {
        return answer(Response.ok(), endHomework.finish(patientId, homeworkId, request.doneAt()));
    }

    @POST
    @Path("{homeworkId}/withdrawal")
    @RolesAllowed(Roles.CLINICIAN)
    @Transactional
    @Operation(summary = "Take homework back", description = "It counts neither as done nor as assigned.")
    @APIResponse(
            responseCode = "200",
            description = "The homework",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = HomeworkView.class)))
    @APIResponse(responseCode = "409", description = "It is done, or was withdrawn before")
    public Response withdrawHomework(
            @PathParam("patientId") UUID patientId,
            @PathParam("homeworkId") UUID homeworkId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        return answer(Response.ok(), endHomework.withdraw(patientId, homeworkId, ifMatch));
    }

    private static Response answer(ResponseBuilder response, Homework homework) {
        return response.header(HttpHeaders.ETAG, ETags.of(homework.version()))
                .entity(HomeworkView.of(homework))
                .build();
    }
}
