package care.iop.intake.duplicate;

import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.idempotency.Idempotent;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/patient-merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
class PatientMergeResource {

    private final PatientMerges merges;
    private final PatientRows rows;
    private final MergePatients mergePatients;
    private final AccessAudit audit;

    PatientMergeResource(PatientMerges merges, PatientRows rows, MergePatients mergePatients, AccessAudit audit) {
        this.merges = merges;
        this.rows = rows;
        this.mergePatients = mergePatients;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Idempotent
    @Transactional
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Makes a retry safe: the same key and request get the first answer again",
            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Operation(
            operationId = "mergePatients",
            summary = "Merge two records of one person",
            description =
                    "Everything attached goes to the survivor, whose own details stay as they are. The other stays readable and names the survivor. The versions in the body are those that you have compared: when one has changed since, the answer is 412.")
    @APIResponse(
            responseCode = "201",
            description = "Merged, with the version as ETag",
            content = @Content(schema = @Schema(implementation = PatientMergeView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "patient-merged with the patient to use, merge-not-safe with the reason, or conflict when somebody works on one of the two at this moment")
    @APIResponse(responseCode = "412", description = "stale-version: one of the two was changed since you read it")
    public Response merge(@Valid @NotNull MergeRequest request, @Context UriInfo uri) {
        var merge = mergePatients.merge(request);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(merge.id().toString()).build())
                .header(HttpHeaders.ETAG, ETags.of(merge.version()))
                .entity(view(merge))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getPatientMerge", summary = "Read a merge, undone or not")
    @APIResponse(
            responseCode = "200",
            description = "The merge, with the version as ETag",
            content = @Content(schema = @Schema(implementation = PatientMergeView.class)))
    public Response get(@PathParam("id") UUID id) {
        var merge = merges.require(id);
        audit.readAll("PatientMerge", List.of(merge.survivorId(), merge.mergedId()));
        return answer(merge);
    }

    @GET
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "listPatientMerges", summary = "List merges, undone or not")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were made",
            content = @Content(schema = @Schema(implementation = PatientMergeList.class)))
    public Response list(
            @Parameter(description = "Only those with this patient on either side") @QueryParam("patientId") @Nullable
                    UUID patientId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, merges.page(patientId, page), page, PatientMerge::id, shown -> {
            audit.readAll(
                    "PatientMerge",
                    shown.stream()
                            .flatMap(merge -> Stream.of(merge.survivorId(), merge.mergedId()))
                            .toList());
            return new PatientMergeList(shown.stream().map(this::view).toList());
        });
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "undoPatientMerge",
            summary = "Undo a merge",
            description =
                    "Exactly the records that the merge moved go back. What was added for the survivor since stays there. It is refused when a moved record was removed, changed or moved on since, or when something was added to one.")
    @APIResponse(
            responseCode = "200",
            description = "The merge as undone, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = PatientMergeView.class)))
    @APIResponse(
            responseCode = "409",
            description = "merge-undo-not-safe with each record that stands against it, or conflict")
    public Response undo(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecisionRequest decision) {
        return answer(mergePatients.undo(id, ifMatch, decision));
    }

    private Response answer(PatientMerge merge) {
        return Response.ok(view(merge))
                .header(HttpHeaders.ETAG, ETags.of(merge.version()))
                .build();
    }

    private PatientMergeView view(PatientMerge merge) {
        return merge.view(rows.moved(merge.id()));
    }
}
