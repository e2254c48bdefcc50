package care.iop.intake.fhir;

import care.iop.chassis.fhir.FhirProvider;
import care.iop.chassis.fhir.FhirR4;
import care.iop.chassis.fhir.SearchParameters;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.notification.CatchUp;
import care.iop.intake.notification.NotificationReceiver;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A machine's own receivers of notifications, and what they have missed. Staff register them. */
@Path("/fhir/Subscription")
@Produces({FhirR4.JSON, MediaType.APPLICATION_JSON})
@Tag(name = "FHIR", description = "The FHIR R4 face")
class SubscriptionProvider implements FhirProvider {

    static final String TYPE = "Subscription";

    private final CatchUp catchUp;
    private final NotificationMapping notifications;
    private final FhirR4 fhir;

    SubscriptionProvider(CatchUp catchUp, NotificationMapping notifications, FhirR4 fhir) {
        this.catchUp = catchUp;
        this.notifications = notifications;
        this.fhir = fhir;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"system/Subscription.r", "system/Subscription.rs"})
    @Operation(operationId = "readSubscription", summary = "Read whether and of what the caller's receiver is told")
    @APIResponse(
            responseCode = "200",
            description = "The resource",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Subscription")))
    public Response read(@PathParam("id") String id) {
        return Response.ok(fhir.write(SubscriptionMapping.subscription(require(id))))
                .build();
    }

    @GET
    @Path("/{id}/$events")
    @Transactional
    @RolesAllowed({"system/Subscription.r", "system/Subscription.rs"})
    @Operation(
            operationId = "catchUpWithEvents",
            summary = "Ask for what the caller's receiver has missed, by number",
            description =
                    "What was told and what waits to be told, the oldest first; it counts as told then. A number that is not there was withdrawn: no consent covers it any more. Kept for 30 days, unless the program has decided otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "A Bundle of type history, as the receiver is sent them",
            content =
                    @Content(
                            mediaType = FhirR4.JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FHIR R4 Bundle")))
    public Response events(
            @PathParam("id") String id,
            @Parameter(description = "The first number; 1 when absent") @QueryParam("eventsSinceNumber") @Nullable
                    Long since,
            @Parameter(description = "The last number") @QueryParam("eventsUntilNumber") @Nullable Long until,
            @Parameter(description = "So many at most, 1 to 200, 50 when absent") @QueryParam("_count") @Nullable
                    Integer count) {
        var receiver = require(id);
        var told = catchUp.between(
                receiver,
                since == null ? 1 : since,
                until == null ? Long.MAX_VALUE : until,
                SearchParameters.page(count, null).limit());
        return Response.ok(fhir.write(notifications.asked(receiver, told))).build();
    }

    private NotificationReceiver require(String text) {
        return Optional.ofNullable(SearchParameters.uuid(text))
                .flatMap(catchUp::own)
                .orElseThrow(() -> ProblemException.notFound(TYPE));
    }
}
