package care.iop.intake.recipient;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.intake.narrowing.NarrowsDisclosure;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/recipients")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
@Tag(name = "Recipients", description = "Who outside the program consents can name, and whose machine is whose")
class RecipientResource {

    private final Recipients recipients;
    private final KeepRecipient keepRecipient;
    private final AccessAudit audit;

    RecipientResource(Recipients recipients, KeepRecipient keepRecipient, AccessAudit audit) {
        this.recipients = recipients;
        this.keepRecipient = keepRecipient;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "registerRecipient",
            summary = "Register a recipient",
            description =
                    "Only a compliance officer or program director can set clientSubject, which lets a machine ask for what consents cover.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @APIResponse(responseCode = "409", description = "client-taken: another recipient has this clientSubject")
    public Response register(@Valid @NotNull RecipientRequest request, @Context UriInfo uri) {
        var recipient = keepRecipient.register(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(recipient.id().toString())
                        .build())
                .header(HttpHeaders.ETAG, ETags.of(recipient.version()))
                .entity(recipient.view())
                .build();
    }

    @PUT
    @Path("/{id}")
    @NarrowsDisclosure
    @Operation(operationId = "changeRecipient", summary = "Replace what is known of a recipient")
    @APIResponse(
            responseCode = "200",
            description = "As changed, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @APIResponse(responseCode = "409", description = "client-taken: another recipient has this clientSubject")
    @APIResponse(
            responseCode = "202",
            description = NarrowsDisclosure.NOT_CONFIRMED,
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RecipientRequest request) {
        return answer(keepRecipient.change(id, ifMatch, request));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRecipient", summary = "Read a recipient")
    @APIResponse(
            responseCode = "200",
            description = "The recipient, with the version as ETag",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response get(@PathParam("id") UUID id) {
        var recipient = recipients.require(id);
        if (recipient.patientId() != null) {
            audit.read("Recipient", id, recipient.patientId());
        }
        return answer(recipient);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRecipients",
            summary = "List the organizations, and with patientId also the persons whom that patient has named")
    @APIResponse(
            responseCode = "200",
            description = "One page, in order of registration",
            content = @Content(schema = @Schema(implementation = RecipientList.class)))
    public Response list(
            @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Only the one whose machine has this subject")
                    @QueryParam("clientSubject")
                    @Nullable
                    String clientSubject,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var found = recipients.page(patientId, clientSubject, page);
        audit.readAll(
                "Recipient",
                found.stream()
                        .map(Recipient::patientId)
                        .filter(Objects::nonNull)
                        .toList());
        return Pages.ok(uri, found, page, Recipient::id, RecipientList::of);
    }

    private static Response answer(Recipient recipient) {
        return Response.ok(recipient.view())
                .header(HttpHeaders.ETAG, ETags.of(recipient.version()))
                .build();
    }
}
