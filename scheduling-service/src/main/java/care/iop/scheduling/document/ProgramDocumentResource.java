package care.iop.scheduling.document;

import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.scheduling.document.ImportProgram.Written;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whole programs over HTTP. */
@Path("/api/programs/{id}/document")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
class ProgramDocumentResource {

    private final ImportProgram importProgram;

    ProgramDocumentResource(ImportProgram importProgram) {
        this.importProgram = importProgram;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "exportProgram",
            summary = "Export a whole program as one document: sites, closures, rooms, clinicians, series, curricula")
    @APIResponse(
            responseCode = "200",
            description = "The document, with a validator of exactly its bytes as ETag",
            content = @Content(schema = @Schema(implementation = ProgramDocument.class)))
    public Response export(@PathParam("id") UUID id) {
        return answer(importProgram.export(id));
    }

    @PUT
    @RolesAllowed({PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "importProgram",
            summary =
                    "Open a program, or bring one to exactly what a document says: wholly, or not at all with every fault. If-Match is needed when the program exists")
    @APIResponse(
            responseCode = "200",
            description = "The document as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(
            responseCode = "201",
            description = "Opened; the document as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = ProgramDocument.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "program-content-in-use, series-change-blocked, series-has-history, room-in-use, zone-in-use, site-in-use or day-has-bookings")
    public Response bring(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ProgramDocument request) {
        return answer(importProgram.bring(id, ifMatch, request));
    }

    private static Response answer(Written written) {
        return Response.status(written.opened() ? 201 : 200)
                .header(HttpHeaders.ETAG, written.etag())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(written.text())
                .build();
    }
}
