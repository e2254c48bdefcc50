package care.iop.progress.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How soon somebody must answer an alert, and when a low one may wait. */
@ApplicationScoped
class AlertClocks {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final AlertClockPolicy policy;

    AlertClocks(AlertClockPolicy policy) {
        this.policy = policy;
    }

    /** When an alert that nobody has answered since {@code from} is escalated; null when it never is. */
    @Nullable
    Instant dueAt(Severity severity, Instant from) {
        return switch (severity) {
            case CRITICAL -> from.plus(policy.critical());
            case HIGH -> from.plus(policy.high());
            case MEDIUM -> businessDaysAfter(from);
            case LOW -> null;
        };
    }

    /** Until when an alert that is raised now disturbs nobody; null when it does at once. */
    @Nullable
    Instant quietUntil(Severity severity, Instant now) {
        if (severity != Severity.LOW) {
            return null;
        }
        var local = now.atZone(policy.zone());
        var time = local.toLocalTime();
        var overMidnight = policy.quietFrom().isAfter(policy.quietTo());
        var isQuiet = overMidnight
                ? !time.isBefore(policy.quietFrom()) || time.isBefore(policy.quietTo())
                : !time.isBefore(policy.quietFrom()) && time.isBefore(policy.quietTo());
        if (!isQuiet) {
            return null;
        }
        var end = local.toLocalDate().atTime(policy.quietTo()).atZone(policy.zone());
        return (end.toInstant().isAfter(now)
                        ? end
                        : local.toLocalDate()
                                .plusDays(1)
                                .atTime(policy.quietTo())
                                .atZone(policy.zone()))
                .toInstant();
    }

    private Instant businessDaysAfter(Instant from) {
        var holidays = policy.holidays().orElse(Set.of());
        var local = from.atZone(policy.zone());
        for (int days = 0; days < policy.mediumBusinessDays(); ) {
            local = local.plusDays(1);
            if (!WEEKEND.contains(local.getDayOfWeek()) && !holidays.contains(local.toLocalDate())) {
                days++;
            }
        }
        return local.toInstant();
    }
}
