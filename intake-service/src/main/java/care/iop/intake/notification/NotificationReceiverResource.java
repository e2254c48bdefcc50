package care.iop.intake.notification;

import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/notification-receivers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@Tag(name = "Notification receivers", description = "Machines outside that are told that something has changed")
class NotificationReceiverResource {

    private final NotificationReceivers receivers;
    private final KeepReceiver keepReceiver;

    NotificationReceiverResource(NotificationReceivers receivers, KeepReceiver keepReceiver) {
        this.receivers = receivers;
        this.keepReceiver = keepReceiver;
    }

    @POST
    @Operation(
            operationId = "registerNotificationReceiver",
            summary = "Register a receiver",
            description =
                    "It is sent a handshake, and told nothing before it has answered with 2xx. From then on it is told, by identifier alone and in order, of what happens to persons whose consent covers it. Each message is a FHIR R4 Bundle of type history as the Subscriptions R5 Backport guide has it, numbered, and signed as Standard Webhooks have it; a message that is not answered with 2xx comes again, with growing pauses, for days. 410 ends it.")
    @APIResponse(
            responseCode = "201",
            description = "Registered. Its key is read once by notification-receivers/{id}/key",
            content = @Content(schema = @Schema(implementation = NotificationReceiverView.class)))
    @APIResponse(responseCode = "409", description = "notifications-not-set-up: there is no key to sign with")
    public Response register(@Valid @NotNull NotificationReceiverRequest request, @Context UriInfo uri) {
        var receiver = keepReceiver.register(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(receiver.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(receiver.version()))
                .entity(receiver.view())
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeNotificationReceiver",
            summary = "Change a receiver, pause it, or bring one back that was switched off",
            description = "A new address, and one that was paused or off, is sent a handshake first.")
    @APIResponse(
            responseCode = "200",
            description = "As changed, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = NotificationReceiverView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NotificationReceiverRequest request) {
        return answer(keepReceiver.change(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/key")
    @Operation(
            operationId = "renewNotificationReceiverKey",
            summary = "Make a receiver's key anew, and read it this once",
            description = "Everything that is sent from now on is signed with it; the key before no longer counts.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(schema = @Schema(implementation = ReceiverKeyView.class)))
    public ReceiverKeyView renewKey(@PathParam("id") UUID id) {
        return keepReceiver.renewKey(id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getNotificationReceiver", summary = "Read a receiver, and how far it has been told")
    @APIResponse(
            responseCode = "200",
            description = "The receiver, with its version as ETag",
            content = @Content(schema = @Schema(implementation = NotificationReceiverView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(receivers.require(id));
    }

    @GET
    @Transactional
    @Operation(operationId = "listNotificationReceivers", summary = "List the receivers")
    @APIResponse(
            responseCode = "200",
            description = "One page, in order of registration",
            content = @Content(schema = @Schema(implementation = NotificationReceiverList.class)))
    public Response list(
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, receivers.page(page), page, NotificationReceiver::id, NotificationReceiverList::of);
    }

    private static Response answer(NotificationReceiver receiver) {
        return Response.ok(receiver.view())
                .header(HttpHeaders.ETAG, ETags.of(receiver.version()))
                .build();
    }
}
