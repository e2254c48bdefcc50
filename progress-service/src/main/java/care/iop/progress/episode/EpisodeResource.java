package care.iop.progress.episode;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/episodes/{admissionId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Episodes", description = "Admissions as progress knows them, fed by intake's events")
class EpisodeResource {

    private final Episodes episodes;
    private final AccessAudit audit;

    EpisodeResource(Episodes episodes, AccessAudit audit) {
        this.episodes = episodes;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            summary = "Read an episode",
            description = "A new admission appears within moments of intake's event; until then this answers 404.")
    @APIResponse(
            responseCode = "200",
            description = "The episode",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EpisodeView.class)))
    public Response readEpisode(@PathParam("admissionId") UUID admissionId) {
        var episode = episodes.findByIdOptional(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
        audit.read("Episode", episode.id(), episode.patientId());
        return Response.ok(EpisodeView.of(episode))
                .header(HttpHeaders.ETAG, ETags.of(episode.sourceVersion()))
                .build();
    }
}
