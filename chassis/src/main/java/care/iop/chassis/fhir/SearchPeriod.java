package care.iop.chassis.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several values of one date parameter leave together; null where there is no bound.
 *
 * @param firstDay the first day that fits
 * @param dayBefore the day that no longer fits, nor any after it
 * @param from the first moment that fits
 * @param before the moment that no longer fits, nor any after it
 */
public record SearchPeriod(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate dayBefore,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** What fits all of these. */
    public static SearchPeriod of(List<SearchDate> dates) {
        var all = new SearchPeriod(null, null, null, null);
        for (var date : dates) {
            all = new SearchPeriod(
                    later(all.firstDay, date.firstDay()),
                    earlier(all.dayBefore, date.dayBefore()),
                    later(all.from, date.from()),
                    earlier(all.before, date.before()));
        }
        return all;
    }

    /** Reads the values of a parameter; 422 for one that is no date. */
    public static SearchPeriod of(String parameter, List<String> texts) {
        return of(texts.stream().map(text -> SearchDate.of(parameter, text)).toList());
    }

    /** The same as moments, by the days of this zone. */
    public SearchPeriod asMoments(ZoneId zone) {
        return new SearchPeriod(
                null,
                null,
                later(
                        from,
                        firstDay == null ? null : firstDay.atStartOfDay(zone).toInstant()),
                earlier(
                        before,
                        dayBefore == null ? null : dayBefore.atStartOfDay(zone).toInstant()));
    }

    /** The days of this zone of which some part fits. */
    public SearchPeriod asDays(ZoneId zone) {
        return new SearchPeriod(
                later(firstDay, from == null ? null : LocalDate.ofInstant(from, zone)),
                earlier(
                        dayBefore,
                        before == null
                                ? null
                                : LocalDate.ofInstant(before.minusNanos(1), zone)
                                        .plusDays(1)),
                null,
                null);
    }

    /** Whether a moment fits the moments; days have to be made moments before. */
    public boolean has(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (before == null || moment.isBefore(before));
    }

    private static <T extends Comparable<? super T>> @Nullable T later(@Nullable T one, @Nullable T other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    private static <T extends Comparable<? super T>> @Nullable T earlier(@Nullable T one, @Nullable T other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }
}
