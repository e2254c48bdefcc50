package care.iop.progress.metrics;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/metrics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PROGRAM_DIRECTOR, Roles.ANALYST})
@Tag(
        name = "Metrics",
        description = "Figures about cohorts of episodes, each with its definition; nothing in them is of a person")
class MetricResource {

    private static final List<String> NOT_OFFERED = List.of(
            "Capacity utilization by level, referral source, payer, track or admission month: a seat is offered to everybody. Ask by program, for the months in which weeks begin.");

    private final Map<MetricCode, Metric> metrics = new EnumMap<>(MetricCode.class);
    private final MetricPolicy policy;
    private final Clock clock;

    MetricResource(Instance<Metric> families, MetricPolicy policy, Clock clock) {
        families.forEach(family -> family.codes().forEach(code -> metrics.put(code, family)));
        this.policy = policy;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List the metrics with their definitions, and what is not offered")
    @APIResponse(responseCode = "200", description = "All of them, on one page")
    public MetricList listMetrics() {
        return new MetricList(
                Arrays.stream(MetricCode.values())
                        .map(code -> MetricView.Definition.of(family(code).definition(code)))
                        .toList(),
                NOT_OFFERED);
    }

    @GET
    @Path("{metric}")
    @Transactional
    @Operation(
            summary = "Read a metric of a cohort",
            description =
                    "Of the admissions of whole months, divided by one dimension if wanted. Counts of persons from 1 to 10 are"
                            + " hidden unless configured otherwise, and so are those by which a hidden one could be computed.")
    @APIResponse(responseCode = "200", description = "The figures with their definition")
    public MetricView readMetric(
            @PathParam("metric") MetricCode code,
            @Parameter(description = "The first month of admissions", example = "2026-01", required = true)
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "The last month of admissions, up to 59 months later; the first when left out",
                            example = "2026-06")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "The level of care at the admission", example = "2.1")
                    @QueryParam("level")
                    @Nullable
                    String level,
            @Parameter(description = "As intake names it, or UNKNOWN", example = "COURT")
                    @QueryParam("referralSource")
                    @Nullable
                    String referralSource,
            @Parameter(
                            description =
                                    "The category of who pays by what settled it on the first day: COMMERCIAL, MEDICARE, MEDICAID, OTHER, SELF_PAY, or UNKNOWN, as of all admissions from before it was told",
                            example = "MEDICAID")
                    @QueryParam("payer")
                    @Nullable
                    String payer,
            @Parameter(
                            description =
                                    "The track that the client was on when the first session was booked: MORNING, AFTERNOON, EVENING, ANY where none was named, or UNKNOWN without a session or a track that was told; later moves don't count",
                            example = "EVENING")
                    @QueryParam("track")
                    @Nullable
                    String track,
            @Parameter(description = "By what to divide the cohort; not at all when left out")
                    @QueryParam("by")
                    @Nullable
                    Dimension by,
            @Parameter(
                            description = "The day of the figures, not after today; today when left out",
                            example = "2026-11-25")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf) {
        if (from == null) {
            throw ProblemException.invalid("from", "must be a month like 2026-09");
        }
        var today = LocalDate.now(clock.withZone(policy.zone()));
        var day = Objects.requireNonNullElse(asOf, today);
        if (day.isAfter(today)) {
            throw ProblemException.invalid("asOf", "must not be after today, " + today);
        }
        var cohort = Cohort.of(
                from, Objects.requireNonNullElse(to, from), programId, level, referralSource, payer, track, day);
        return show(code, cohort, by);
    }

    private MetricView show(MetricCode code, Cohort cohort, @Nullable Dimension by) {
        var family = family(code);
        var definition = family.definition(code);
        var shown = new ShowMetric(definition, family.count(code, cohort, by), policy.suppressBelow());
        return new MetricView(
                MetricView.Definition.of(definition),
                new MetricView.CohortView(
                        cohort.from().toString(),
                        cohort.to().toString(),
                        cohort.programId(),
                        cohort.level(),
                        cohort.referralSource(),
                        cohort.payer(),
                        cohort.track(),
                        by),
                cohort.asOf(),
                shown.whole(),
                by == null ? List.of() : shown.parts(),
                shown.hidesSomething(),
                "Counts of persons from 1 to %d are hidden, and so are further ones by which a hidden one could be computed from the others of its row or column."
                        .formatted(policy.suppressBelow() - 1));
    }

    private Metric family(MetricCode code) {
        var family = metrics.get(code);
        if (family == null) {
            throw new IllegalStateException("nobody counts " + code);
        }
        return family;
    }
}
