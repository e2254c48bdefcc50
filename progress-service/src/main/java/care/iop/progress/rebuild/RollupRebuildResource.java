package care.iop.progress.rebuild;

import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

@Path("/api/rollup-rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "For operators; nothing in here is of one person")
class RollupRebuildResource {

    private final RequestRebuild requestRebuild;
    private final RollupRebuilds rebuilds;

    RollupRebuildResource(RequestRebuild requestRebuild, RollupRebuilds rebuilds) {
        this.requestRebuild = requestRebuild;
        this.rebuilds = rebuilds;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Rebuild the organization's copies and sums",
            description =
                    "Reads the topics from their beginning, mends admissions, bookings and publications that differ from what they say, and"
                            + " then every sum that differs from its facts, while everything else goes on. Who asked and what was mended"
                            + " is kept.")
    @APIResponse(
            responseCode = "201",
            description = "The rebuild, which runs",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RollupRebuildView.class)))
    @APIResponse(responseCode = "409", description = "One is running")
    @APIResponse(responseCode = "422", description = "The key came with another request before")
    public Response startRollupRebuild(@Context UriInfo uri) {
        var rebuild = requestRebuild.request();
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(rebuild.id().toString())
                        .build())
                .entity(rebuild.view())
                .build();
    }

    @GET
    @Path("{rebuildId}")
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Operation(summary = "Read how far a rebuild is and what it mended")
    @APIResponse(responseCode = "200", description = "The rebuild")
    public RollupRebuildView readRollupRebuild(@PathParam("rebuildId") UUID rebuildId) {
        return rebuilds.findByIdOptional(rebuildId)
                .map(RollupRebuild::view)
                .orElseThrow(() -> ProblemException.notFound("rebuild"));
    }
}
