package care.iop.progress.relapseprevention;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.alert.rule.AgreedLevel;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patients/{patientId}/coping-prompts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PATIENT, Roles.CLINICIAN})
@Tag(name = "Relapse prevention")
class CopingPromptResource {

    private final CopingPrompts prompts;
    private final RelapsePlans plans;
    private final NoteStepOutcome noteStepOutcome;
    private final PatientAccess access;
    private final AccessAudit audit;

    CopingPromptResource(
            CopingPrompts prompts,
            RelapsePlans plans,
            NoteStepOutcome noteStepOutcome,
            PatientAccess access,
            AccessAudit audit) {
        this.prompts = prompts;
        this.plans = plans;
        this.noteStepOutcome = noteStepOutcome;
        this.access = access;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List what a person's plan answered to check-ins, and whether it helped",
            description =
                    "In the order of showing. Staff see only those of which the person agreed that the care team hears.")
    @APIResponse(
            responseCode = "200",
            description = "A page of answers",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CopingPromptPage.class)))
    public Response listCopingPrompts(
            @PathParam("patientId") UUID patientId,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var patient = access.require(patientId);
        var page = PageRequest.of(limit, after);
        var rows = prompts.page(patient, access.isSelf(patient), page);
        audit.readAll("CopingPrompt", List.of(patient));
        return Pages.ok(
                uri,
                rows,
                page,
                CopingPrompt::id,
                shown -> new CopingPromptPage(shown.stream().map(this::view).toList()));
    }

    @GET
    @Path("{promptId}")
    @Transactional
    @Operation(summary = "Read what a person's plan answered to one check-in")
    @APIResponse(responseCode = "200", description = "The answer")
    public CopingPromptView readCopingPrompt(
            @PathParam("patientId") UUID patientId, @PathParam("promptId") UUID promptId) {
        var patient = access.require(patientId);
        var prompt = prompts.find(patient, promptId)
                .filter(found -> access.isSelf(patient) || found.told() != AgreedLevel.NOBODY)
                .orElseThrow(() -> ProblemException.notFound("coping prompt"));
        audit.read("CopingPrompt", prompt.id(), patient);
        return view(prompt);
    }

    @POST
    @Path("{promptId}/outcomes")
    @RolesAllowed(Roles.PATIENT)
    @Transactional
    @Operation(
            summary = "Say whether a step of the own plan helped",
            description =
                    "Answers with the next step. Saying it again of the same step replaces what was said, so it can be"
                            + " repeated safely.")
    @APIResponse(responseCode = "200", description = "The answer with the next step")
    public CopingPromptView noteStepOutcome(
            @PathParam("patientId") UUID patientId,
            @PathParam("promptId") UUID promptId,
            @NotNull @Valid NoteStepOutcomeRequest request) {
        return noteStepOutcome.note(patientId, promptId, request);
    }

    private CopingPromptView view(CopingPrompt prompt) {
        return CopingPromptView.of(prompt, plans.findById(prompt.planId()).content());
    }
}
