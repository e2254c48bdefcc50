package care.iop.scheduling.authorization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What payers still allow of one week: what was approved less what is delivered, or booked in other weeks. A day counts on one
 * authorization only, the one that began first.
 *
 * @param minutes minutes of treatment at the most; where days are counted, that many of the client's longest days
 * @param days days of treatment at the most, 0 to 7
 */
@Schema(name = "AuthorizedWeek")
public record AuthorizedWeek(
        @Schema(required = true, description = "The week's Monday", examples = "2026-11-30")
        LocalDate startsOn,

        @Schema(
                required = true,
                description =
                        "Minutes of treatment at the most, those that are booked in this week included; where a payer counts days, that many of the client's longest days",
                examples = "1500")
        int minutes,

        @Schema(
                required = true,
                description = "Days of treatment at the most, those that are booked in this week included",
                examples = "5")
        int days,

        @Schema(required = true, description = "By authorization")
        List<Units> units) {

    private static final int MINUTES_OF_WEEK = 7 * 24 * 60;

    public AuthorizedWeek {
        units = List.copyOf(units);
    }

    /** Units of one service that a week can have. */
    @Schema(name = "AuthorizedUnits")
    public record Units(
            @Schema(required = true, examples = "H0015") String code,
            @Schema(required = true, examples = "DAY") String basis,
            @Schema(required = true, examples = "5") int units) {}

    /**
     * The week by what is in force.
     *
     * @param inForce by their first day
     * @param longestDayMinutes what the client can have on one day
     * @return empty when no authorization limits the week: none is known, or those that are known count single sessions
     */
    static Optional<AuthorizedWeek> of(List<Authorization> inForce, LocalDate monday, int longestDayMinutes) {
        var limiting = inForce.stream()
                .filter(one -> one.services().stream().anyMatch(Authorization.Service::limitsTheWeek))
                .sorted(Comparator.comparing(Authorization::validFrom))
                .toList();
        if (limiting.isEmpty()) {
            return Optional.empty();
        }
        Set<LocalDate> left =
                new HashSet<>(monday.datesUntil(monday.plusDays(7)).toList());
        var minutes = 0;
        var days = 0;
        var units = new ArrayList<Units>();
        for (var authorization : limiting) {
            var covered = (int) left.stream()
                    .filter(day -> !day.isBefore(authorization.validFrom()) && !day.isAfter(authorization.validTo()))
                    .count();
            left.removeIf(day -> !day.isBefore(authorization.validFrom()) && !day.isAfter(authorization.validTo()));
            var share = authorization.services().stream()
                    .filter(Authorization.Service::limitsTheWeek)
                    .map(service -> Share.of(service, monday, covered, longestDayMinutes))
                    .max(Comparator.comparing(Share::minutes))
                    .orElseThrow();
            if (covered > 0) {
                minutes += share.minutes();
                days += share.days();
                units.add(share.units());
            }
        }
        return Optional.of(new AuthorizedWeek(monday, Math.min(minutes, MINUTES_OF_WEEK), days, units));
    }

    /** What one service gives. */
    private record Share(int minutes, int days, Units units) {

        static Share of(Authorization.Service service, LocalDate monday, int covered, int longestDayMinutes) {
            var free = service.unitsFreeIn(monday);
            var units = service.basis() == Authorization.Basis.DAY ? Math.min(free, covered) : free;
            var minutes =
                    switch (service.basis()) {
                        case DAY -> units * longestDayMinutes;
                        case HOUR, QUARTER_HOUR -> Math.min(MINUTES_OF_WEEK, units * service.unitMinutes());
                        case VISIT -> 0;
                    };
            var days =
                    switch (service.basis()) {
                        case DAY -> units;
                        case HOUR, QUARTER_HOUR -> Math.min(units, covered);
                        case VISIT -> 0;
                    };
            return new Share(
                    minutes, days, new Units(service.code(), service.basis().name(), units));
        }
    }
}
