package care.iop.progress.alert;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.patient.CurrentPatient;
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
import jakarta.ws.rs.core.UriInfo;
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

@Path("/api/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLINICIAN)
@Tag(name = "Alerts", description = "What a human must look at, and the proof that one has")
class AlertResource {

    private final Alerts alerts;
    private final CurrentPatient currentPatient;
    private final AcknowledgeAlert acknowledgeAlert;
    private final FollowUpAlert followUpAlert;
    private final AccessAudit audit;

    AlertResource(
            Alerts alerts,
            CurrentPatient currentPatient,
            AcknowledgeAlert acknowledgeAlert,
            FollowUpAlert followUpAlert,
            AccessAudit audit) {
        this.alerts = alerts;
        this.currentPatient = currentPatient;
        this.acknowledgeAlert = acknowledgeAlert;
        this.followUpAlert = followUpAlert;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List alerts",
            description = "In the order in which they were raised; open ones unless another status is asked for.")
    @APIResponse(
            responseCode = "200",
            description = "A page of alerts",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AlertPage.class)))
    public Response listAlerts(
            @Parameter(description = "OPEN when left out") @QueryParam("status") @Nullable AlertStatus status,
            @QueryParam("severity") @Nullable Severity severity,
            @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var patient = patientId == null ? null : currentPatient.of(patientId);
        var rows = alerts.page(status == null ? AlertStatus.OPEN : status, severity, patient, page);
        return Pages.ok(uri, rows, page, Alert::id, shown -> {
            audit.readAll("Alert", shown.stream().map(Alert::patientId).toList());
            return new AlertPage(shown.stream().map(AlertView::of).toList());
        });
    }

    @GET
    @Path("{alertId}")
    @Transactional
    @Operation(summary = "Read an alert")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    public Response readAlert(@PathParam("alertId") UUID alertId) {
        var alert = alerts.findByIdOptional(alertId).orElseThrow(() -> ProblemException.notFound("alert"));
        audit.read("Alert", alert.id(), alert.patientId());
        return answer(alert);
    }

    @POST
    @Path("{alertId}/acknowledgement")
    @Transactional
    @Operation(
            summary = "Acknowledge an alert",
            description = "Says that the caller has looked at it and what was done. Nothing else ends an alert.")
    @APIResponse(
            responseCode = "200",
            description = "The acknowledged alert",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "409", description = "Somebody has acknowledged it before")
    public Response acknowledgeAlert(
            @PathParam("alertId") UUID alertId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid AcknowledgeAlertRequest request) {
        return answer(acknowledgeAlert.acknowledge(alertId, ifMatch, request.reason()));
    }

    @POST
    @Path("{alertId}/assignment")
    @Transactional
    @Operation(
            summary = "Give an alert to somebody to look after",
            description = "To the caller when nobody is named. Its clock goes on until somebody acknowledges it.")
    @APIResponse(
            responseCode = "200",
            description = "The assigned alert",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "409", description = "Its outcome is known")
    public Response assignAlert(
            @PathParam("alertId") UUID alertId,
            @Parameter(description = "The ETag of what was read", example = "\"1\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid AssignAlertRequest request) {
        return answer(followUpAlert.assign(alertId, ifMatch, request.assignee()));
    }

    @POST
    @Path("{alertId}/outcome")
    @Transactional
    @Operation(
            summary = "Record what came of an acknowledged alert",
            description = "Once; it is counted in the alert budget.")
    @APIResponse(
            responseCode = "200",
            description = "The alert with its outcome",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "409", description = "Nobody has acknowledged it, or it has an outcome")
    public Response recordAlertOutcome(
            @PathParam("alertId") UUID alertId,
            @Parameter(description = "The ETag of what was read", example = "\"2\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid RecordOutcomeRequest request) {
        return answer(followUpAlert.conclude(alertId, ifMatch, request.outcome()));
    }

    private static Response answer(Alert alert) {
        return Response.ok(AlertView.of(alert))
                .header(HttpHeaders.ETAG, ETags.of(alert.version()))
                .build();
    }
}
