package care.iop.intake.consent;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeRoles;
import care.iop.intake.consent.Signature.IdentityKnownBy;
import care.iop.intake.consent.Signature.Method;
import care.iop.intake.narrowing.NarrowsDisclosure;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PersonName;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(IntakeRoles.PATIENT)
@Tag(name = "My record", description = "What patients can see and do about their own record")
class OwnConsentResource {

    private final Consents consents;
    private final WriteConsent writeConsent;
    private final ConsentDocument document;
    private final Caller caller;
    private final AccessAudit audit;
    private final Clock clock;

    OwnConsentResource(
            Consents consents,
            WriteConsent writeConsent,
            ConsentDocument document,
            Caller caller,
            AccessAudit audit,
            Clock clock) {
        this.consents = consents;
        this.writeConsent = writeConsent;
        this.document = document;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A revocation by the signed-in patient; the name that they type is their signature. */
    @Schema(name = "OwnRevocation", examples = "{\"signerName\": \"Avery Example\"}")
    record OwnRevocation(@NotNull @Faultless PersonName signerName) {}

    @GET
    @Transactional
    @Operation(operationId = "listOwnConsents", summary = "List one's own consents, earliest first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = ConsentList.class)))
    public Response list(
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var patientId = self();
        audit.read("Consent", patientId, patientId);
        return Pages.ok(uri, consents.page(patientId, page), page, Consent::id, ConsentList::of);
    }

    @POST
    @Path("/{id}/revocation")
    @Transactional
    @NarrowsDisclosure
    @Operation(
            operationId = "revokeOwnConsent",
            summary = "Revoke one's own consent in writing, from this moment on",
            description = "The name that is typed is the signature. What was disclosed before stands.")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it is not in force")
    @APIResponse(
            responseCode = "202",
            description = NarrowsDisclosure.NOT_CONFIRMED,
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull OwnRevocation request) {
        var revoked = writeConsent.revokeOwn(
                self(),
                id,
                ifMatch,
                new Signature(
                        request.signerName(),
                        SignerRole.PATIENT,
                        Method.ELECTRONIC,
                        IdentityKnownBy.SIGNED_IN,
                        clock.instant()));
        return Response.ok(revoked.view())
                .header(HttpHeaders.ETAG, ETags.of(revoked.version()))
                .build();
    }

    @GET
    @Path("/{id}/document")
    @Produces({MediaType.TEXT_HTML, ConsentDocument.PDF})
    @Transactional
    @Operation(
            operationId = "printOwnConsent",
            summary = "Print one's own consent as a page or as a PDF",
            description = "Accept: text/html or application/pdf.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ConsentDocument.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response print(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var consent = consents.require(id);
        if (!consent.patientId().equals(self())) {
            throw ProblemException.notFound("consent");
        }
        audit.read("Consent", id, consent.patientId());
        return document.answer(consent, headers);
    }

    private UUID self() {
        return caller.patient()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN, "The access token names no patient. Ask for one with that claim."));
    }
}
