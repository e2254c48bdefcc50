package care.iop.progress.plan;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.Objects;
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

@Path("/api/due-treatment-plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
@Tag(name = "Treatment plans")
class DuePlanResource {

    private static final String DUE = """
            select e.id, e.patientId, e.programId, e.admittedOn, p.reviewDueOn
              from Episode e left join TreatmentPlan p on p.organizationId = e.organizationId and p.id = e.id
             where e.endedOn is null
               and (p.reviewDueOn <= :by or (p.inForce is null and e.admittedOn <= :admittedBy))
               and (:program is null or e.programId = :program)
               and (:after is null or e.id > :after)
             order by e.id
            """;

    private final EntityManager entities;
    private final PlanPolicy policy;
    private final AccessAudit audit;
    private final Clock clock;

    DuePlanResource(EntityManager entities, PlanPolicy policy, AccessAudit audit, Clock clock) {
        this.entities = entities;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the admissions whose treatment plan is due",
            description = "A first plan, or a review of the one in force; in order of the admission's identifier.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            headers =
                    @Header(
                            name = "Link",
                            description = "rel=\"next\" with the next page, when there is one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DuePlanList.class)))
    public Response listDueTreatmentPlans(
            @Parameter(description = "Due up to this day; today when left out", example = "2026-12-31")
                    @QueryParam("by")
                    @Nullable
                    LocalDate by,
            @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Rows on a page, 1 to 200; 50 when left out") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "Where the page begins: taken from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var today = LocalDate.now(clock.withZone(policy.zone()));
        var rows = rows(Objects.requireNonNullElse(by, today), programId, page).stream()
                .map(row -> due(row, today))
                .toList();
        return Pages.ok(uri, rows, page, DuePlanList.Due::admissionId, shown -> {
            audit.readAll(
                    "TreatmentPlan",
                    shown.stream().map(DuePlanList.Due::patientId).toList());
            return new DuePlanList(shown);
        });
    }

    private List<Object[]> rows(LocalDate by, @Nullable UUID programId, PageRequest page) {
        return entities.createQuery(DUE, Object[].class)
                .setParameter("by", by)
                .setParameter("admittedBy", by.minus(policy.firstPlanWithin()))
                .setParameter("program", programId)
                .setParameter("after", page.after().orElse(null))
                .setMaxResults(page.rowsToQuery())
                .getResultList();
    }

    private DuePlanList.Due due(Object[] row, LocalDate today) {
        var admittedOn = (LocalDate) row[3];
        var reviewDueOn = (@Nullable LocalDate) row[4];
        var dueOn = reviewDueOn == null ? admittedOn.plus(policy.firstPlanWithin()) : reviewDueOn;
        return new DuePlanList.Due(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                reviewDueOn == null ? DuePlanList.Reason.FIRST_PLAN : DuePlanList.Reason.REVIEW,
                dueOn,
                dueOn.isBefore(today));
    }
}
