package care.iop.intake.consent;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COORDINATOR, CLINICIAN})
@Tag(name = "Consents", description = "Written consents to disclosure under 42 CFR Part 2, from the draft to the end")
class ConsentResource {

    private final Consents consents;
    private final WriteConsent writeConsent;
    private final ConsentDocument document;
    private final AccessAudit audit;

    ConsentResource(Consents consents, WriteConsent writeConsent, ConsentDocument document, AccessAudit audit) {
        this.consents = consents;
        this.writeConsent = writeConsent;
        this.document = document;
        this.audit = audit;
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "changeConsentDraft", summary = "Replace what a draft says")
    @APIResponse(
            responseCode = "200",
            description = "As changed, with the elements that are still missing",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it is signed")
    public Response rewrite(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ConsentContent content) {
        return answer(writeConsent.rewrite(id, ifMatch, content));
    }

    @POST
    @Path("/{id}/signature")
    @Transactional
    @Operation(
            operationId = "signConsent",
            summary = "Record the signature, from which on the consent holds",
            description = "Refused with each missing element by its pointer: a deficient consent never becomes active.")
    @APIResponse(
            responseCode = "200",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it is no draft")
    public Response sign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Signature signature) {
        return answer(writeConsent.sign(id, ifMatch, signature));
    }

    @POST
    @Path("/{id}/revocation")
    @Transactional
    @NarrowsDisclosure
    @Operation(
            operationId = "revokeConsent",
            summary = "Record a revocation in writing, from this moment on",
            description =
                    "When this is answered, nothing more is disclosed under the consent. What was disclosed stands.")
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
            @Valid @NotNull Signature revocation) {
        return answer(writeConsent.revoke(id, ifMatch, revocation));
    }

    @POST
    @Path("/{id}/end")
    @Transactional
    @NarrowsDisclosure
    @Operation(
            operationId = "endConsent",
            summary = "Note that the event has happened on which the consent ends",
            description = "The end of treatment is noted by the discharge itself.")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(
            responseCode = "409",
            description = "consent-move-not-allowed: no event ends it, or it is not in force")
    @APIResponse(
            responseCode = "202",
            description = NarrowsDisclosure.NOT_CONFIRMED,
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(writeConsent.end(id, ifMatch));
    }

    @POST
    @Path("/{id}/voiding")
    @Transactional
    @NarrowsDisclosure
    @Operation(operationId = "voidConsent", summary = "Note that a consent was entered by mistake")
    @APIResponse(
            responseCode = "200",
            description = "Voided: it counts as if it had never been",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "409", description = "consent-move-not-allowed: it was voided before")
    @APIResponse(
            responseCode = "202",
            description = NarrowsDisclosure.NOT_CONFIRMED,
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response cancelAsMistake(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull VoidingRequest request) {
        return answer(writeConsent.cancelAsMistake(id, ifMatch, request.reason()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Transactional
    @Operation(operationId = "getConsent", summary = "Read a consent")
    @APIResponse(
            responseCode = "200",
            description = "The consent, with the version as ETag",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    public Response get(@PathParam("id") UUID id) {
        var consent = consents.require(id);
        audit.read("Consent", id, consent.patientId());
        return answer(consent);
    }

    @GET
    @Path("/{id}/document")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, COMPLIANCE_OFFICER})
    @Produces({MediaType.TEXT_HTML, ConsentDocument.PDF})
    @Transactional
    @Operation(
            operationId = "printConsent",
            summary = "Print a consent as a page or as a PDF, to sign on paper or to hand out",
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
        audit.read("Consent", id, consent.patientId());
        return document.answer(consent, headers);
    }

    private Response answer(Consent consent) {
        return Response.ok(consent.view())
                .header(HttpHeaders.ETAG, ETags.of(consent.version()))
                .build();
    }
}
