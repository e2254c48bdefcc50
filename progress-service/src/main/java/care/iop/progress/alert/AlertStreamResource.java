package care.iop.progress.alert;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/alert-stream")
@RolesAllowed(Roles.CLINICIAN)
@Tag(name = "Alerts")
class AlertStreamResource {

    /** A stream ends after this at the latest, so that no token outlives itself by much. */
    private static final int MOST_SECONDS = 900;

    private final AlertStream stream;
    private final AlertChanges changes;
    private final Caller caller;

    AlertStreamResource(AlertStream stream, AlertChanges changes, Caller caller) {
        this.stream = stream;
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow the organization's alerts as they are raised and change",
            description =
                    "Server-sent events named alert; the data of each is the alert as it is now. Come back with the last"
                            + " id in Last-Event-ID and nothing is missed. Low alerts wait for the end of quiet hours. The stream"
                            + " ends after 15 minutes at the latest.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = AlertView.class)))
    public void streamAlerts(
            @Parameter(
                            description = "The id of the last event that was read; from now on when left out",
                            example = "812-40")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Parameter(
                            description = "Seconds after which the stream ends, 1 to 900; 900 when left out",
                            example = "900")
                    @QueryParam("seconds")
                    @Nullable
                    Integer seconds,
            @Context SseEventSink sink,
            @Context Sse sse) {
        int lasting = Objects.requireNonNullElse(seconds, MOST_SECONDS);
        if (lasting < 1 || lasting > MOST_SECONDS) {
            throw ProblemException.invalid("seconds", "must be from 1 to " + MOST_SECONDS);
        }
        stream.open(
                caller.organization(),
                caller.subject(),
                lastEventId == null ? changes.now() : StreamPosition.of(lastEventId),
                Duration.ofSeconds(lasting),
                sink,
                sse);
    }
}
