package care.iop.intake.disclosure;

import static care.iop.intake.IntakeRoles.COMPLIANCE_OFFICER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What outside machines asked for and were not told, and why: they themselves hear only of an absence. */
@Path("/api/refused-disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures", description = "What was disclosed to whom, what is not to be, and who treats a person")
class RefusedDisclosureResource {

    private static final int DAYS = 30;

    private final RefusedDisclosures refusals;
    private final Patients patients;
    private final AccessAudit audit;
    private final Clock clock;

    RefusedDisclosureResource(RefusedDisclosures refusals, Patients patients, AccessAudit audit, Clock clock) {
        this.refusals = refusals;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(COMPLIANCE_OFFICER)
    @Transactional
    @Operation(
            operationId = "listRefusedDisclosures",
            summary = "List what outside machines asked for and were not told, earliest first",
            description = "30 days back when since is absent.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RefusedDisclosureList.class)))
    public Response list(
            @Parameter(description = "Only of this patient, under any identifier of the person")
                    @QueryParam("patientId")
                    @Nullable
                    UUID patientId,
            @Parameter(description = "Only of this client of access tokens")
                    @QueryParam("client")
                    @Size(max = 255)
                    @Nullable
                    String client,
            @Parameter(description = "The first day, in UTC") @QueryParam("since") @Nullable LocalDate since,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var first = since == null ? LocalDate.now(clock).minusDays(DAYS) : since;
        var found = refusals.page(
                patientId == null ? null : idsOf(patientId),
                client,
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                page);
        audit.readAll(
                "RefusedDisclosure",
                found.stream()
                        .limit(page.limit())
                        .map(RefusedDisclosureView::patientId)
                        .filter(Objects::nonNull)
                        .toList());
        return Pages.ok(uri, found, page, RefusedDisclosureView::id, RefusedDisclosureList::new);
    }

    private Set<UUID> idsOf(UUID patientId) {
        return patients.findByIdOptional(patientId)
                .map(patients::idsOf)
                .orElseThrow(() -> ProblemException.notFound("patient"));
    }
}
