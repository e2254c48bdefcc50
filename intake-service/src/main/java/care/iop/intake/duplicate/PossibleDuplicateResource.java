package care.iop.intake.duplicate;

import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/possible-duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates", description = "Records that may be of one person, and merges of patients")
class PossibleDuplicateResource {

    private final PossibleDuplicates pairs;
    private final Patients patients;
    private final ComparePersons comparePersons;
    private final FindDuplicates findDuplicates;
    private final KeepApart keepApart;
    private final AccessAudit audit;

    PossibleDuplicateResource(
            PossibleDuplicates pairs,
            Patients patients,
            ComparePersons comparePersons,
            FindDuplicates findDuplicates,
            KeepApart keepApart,
            AccessAudit audit) {
        this.pairs = pairs;
        this.patients = patients;
        this.comparePersons = comparePersons;
        this.findDuplicates = findDuplicates;
        this.keepApart = keepApart;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listPossibleDuplicates",
            summary = "List the pairs of records that may be of one person and wait for a decision",
            description =
                    "Pairs are found within seconds after a patient is registered or corrected. A pair that was kept apart comes back only when what was compared changes. Points and thresholds are our own policy, for a clinical owner to confirm.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order in which they were found first",
            content = @Content(schema = @Schema(implementation = PossibleDuplicateList.class)))
    public Response list(
            @Parameter(description = "Only those with this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        return Pages.ok(uri, pairs.open(patientId, page), page, PossibleDuplicate::id, this::shown);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(operationId = "getPossibleDuplicate", summary = "Read a pair, decided or not")
    @APIResponse(
            responseCode = "200",
            description = "The pair, with the version as ETag",
            content = @Content(schema = @Schema(implementation = PossibleDuplicateView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(pairs.require(id));
    }

    @POST
    @Path("/{id}/keep-apart")
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "keepApart",
            summary = "Decide that the two are different people",
            description = "The pair is not proposed again unless what is known of one of the two changes.")
    @APIResponse(
            responseCode = "200",
            description = "The pair as decided, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = PossibleDuplicateView.class)))
    @APIResponse(responseCode = "409", description = "duplicate-already-decided")
    public Response keepApart(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecisionRequest decision) {
        return answer(keepApart.keepApart(id, ifMatch, decision));
    }

    @POST
    @Path("/search")
    @RolesAllowed({COORDINATOR, PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "searchDuplicates",
            summary = "Compare a patient with all others now",
            description = "The pairs found wait for a decision like those that are found at a registration.")
    @APIResponse(
            responseCode = "200",
            description = "The pairs with this patient that wait for a decision",
            content = @Content(schema = @Schema(implementation = PossibleDuplicateList.class)))
    @APIResponse(responseCode = "409", description = "patient-merged with the patient to use")
    public Response search(@Valid @NotNull SearchRequest request) {
        var patient = patients.current(patients.findByIdOptional(request.patientId())
                .orElseThrow(() -> ProblemException.invalid("/patientId", "there is no such patient")));
        audit.read("Patient", patient.id(), patient.id());
        findDuplicates.find(List.of(patient.id()));
        return Response.ok(shown(pairs.open(patient.id(), PageRequest.of(200, null))))
                .build();
    }

    private PossibleDuplicateList shown(List<PossibleDuplicate> found) {
        audit.readAll(
                "Patient",
                found.stream()
                        .flatMap(pair -> Stream.of(pair.firstId(), pair.secondId()))
                        .toList());
        return new PossibleDuplicateList(found.stream().map(this::view).toList());
    }

    private Response answer(PossibleDuplicate pair) {
        audit.readAll("Patient", List.of(pair.firstId(), pair.secondId()));
        return Response.ok(view(pair))
                .header(HttpHeaders.ETAG, ETags.of(pair.version()))
                .build();
    }

    private PossibleDuplicateView view(PossibleDuplicate pair) {
        return pair.view(
                ComparedPatient.of(patients.require(pair.firstId())),
                ComparedPatient.of(patients.require(pair.secondId())),
                comparePersons);
    }
}
