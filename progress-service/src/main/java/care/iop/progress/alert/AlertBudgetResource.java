package care.iop.progress.alert;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/alert-budget")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
@Tag(name = "Alerts")
class AlertBudgetResource {

    private static final int MOST_DAYS = 92;
    private static final long DAYS_OF_WEEK = 7;

    private final Alerts alerts;
    private final AlertClockPolicy clocks;
    private final Caller caller;
    private final Clock clock;

    AlertBudgetResource(Alerts alerts, AlertClockPolicy clocks, Caller caller, Clock clock) {
        this.alerts = alerts;
        this.clocks = clocks;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Count the alerts that clinicians answer, and how many of them led to action",
            description = "The last 7 days unless others are asked for. Nothing in it is of a patient.")
    @APIResponse(responseCode = "200", description = "The counts")
    public AlertBudgetView readAlertBudget(
            @Parameter(description = "The first day; 6 days before the last one when left out", example = "2026-11-19")
                    @QueryParam("from")
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day; today when left out", example = "2026-11-25")
                    @QueryParam("to")
                    @Nullable
                    LocalDate to) {
        var last = Objects.requireNonNullElseGet(to, () -> LocalDate.now(clock.withZone(clocks.zone())));
        var first = Objects.requireNonNullElseGet(from, () -> last.minusDays(DAYS_OF_WEEK - 1));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemException.invalid("from", "must be up to " + (MOST_DAYS - 1) + " days before to");
        }
        var start = first.atStartOfDay(clocks.zone()).toInstant();
        var end = last.plusDays(1).atStartOfDay(clocks.zone()).toInstant();
        var seesAll = caller.hasRole(Roles.PROGRAM_DIRECTOR);
        return new AlertBudgetView(
                first,
                last,
                clocks.zone().getId(),
                alerts.raised(start, end),
                clocks.budgetPerWeek(),
                alerts.budget(start, end).stream()
                        .filter(row -> seesAll || row.acknowledgedBy().equals(caller.subject()))
                        .map(row -> of(row, days))
                        .toList());
    }

    private AlertBudgetView.OfClinician of(BudgetRow row, long days) {
        var perWeek = BigDecimal.valueOf(row.acknowledged() * DAYS_OF_WEEK)
                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
        return new AlertBudgetView.OfClinician(
                row.acknowledgedBy(),
                row.acknowledged(),
                perWeek,
                row.acknowledged() * DAYS_OF_WEEK > (long) clocks.budgetPerWeek() * days,
                row.ledToAction(),
                row.withoutOutcome());
    }
}
