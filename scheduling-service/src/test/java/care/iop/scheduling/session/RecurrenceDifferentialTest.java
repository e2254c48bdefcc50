package care.iop.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random rules in many zones, held against another library, lib-recur. The two agree on every day and on every
 * instant, except where a local time is there twice: RFC 5545 means the first, lib-recur takes the second.
 */
class RecurrenceDifferentialTest {

    private static final long SEED = 20261125;
    private static final int RULES = 6000;
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Phoenix",
            "America/St_Johns",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Asia/Dubai",
            "Europe/London",
            "Africa/Cairo",
            "Pacific/Chatham",
            "UTC");

    private final Random random = new Random(SEED);

    private record Case(LocalDate startsOn, String rule, LocalDate first, LocalDate last, ZoneId zone, LocalTime at) {}

    @Test
    void agreesWithAnotherLibraryOnEveryMeeting() {
        var meetings = 0;
        var ambiguous = 0;
        for (int i = 0; i < RULES; i++) {
            // given
            var given = randomCase();

            // when
            var ours = new RecurrenceRule(given.rule()).dates(given.startsOn(), given.first(), given.last());
            var theirs = theirs(given);

            // then
            assertThat(ours)
                    .as("%s", given)
                    .isEqualTo(theirs.stream().map(LocalDateTime::toLocalDate).toList());
            for (var meeting : theirs) {
                var occurrence = Occurrence.of(
                        UUID.randomUUID(), meeting.toLocalDate(), given.at(), Duration.ofHours(1), given.zone());
                var offsets = given.zone().getRules().getValidOffsets(meeting);
                if (offsets.size() == 2) {
                    ambiguous++;
                    assertThat(occurrence.startsAt())
                            .as("first of two, %s", given)
                            .isEqualTo(meeting.toInstant(offsets.get(0)));
                } else {
                    assertThat(occurrence.startsAt())
                            .as("%s %s", meeting, given)
                            .isEqualTo(theirInstant(meeting, given.zone()));
                }
            }
            meetings += ours.size();
        }
        // The comparison must have had something to compare.
        assertThat(meetings).isGreaterThan(50_000);
        assertThat(ambiguous).isPositive();
    }

    private List<LocalDateTime> theirs(Case given) {
        try {
            var rule = new org.dmfs.rfc5545.recur.RecurrenceRule(given.rule(), RfcMode.RFC5545_STRICT);
            var start = given.startsOn();
            var days = rule.iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
            var found = new ArrayList<LocalDateTime>();
            while (days.hasNext()) {
                var next = days.nextDateTime();
                var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
                if (day.isAfter(given.last())) {
                    break;
                }
                if (!day.isBefore(given.first())) {
                    found.add(day.atTime(given.at()));
                }
            }
            return found;
        } catch (InvalidRecurrenceRuleException e) {
            return fail("lib-recur does not read " + given, e);
        } catch (IllegalArgumentException tooManyEmptyMonths) {
            // lib-recur gives up on rules that never meet, such as the 31st of every February.
            return List.of();
        }
    }

    private static Instant theirInstant(LocalDateTime local, ZoneId zone) {
        return Instant.ofEpochMilli(new DateTime(
                        TimeZone.getTimeZone(zone),
                        local.getYear(),
                        local.getMonthValue() - 1,
                        local.getDayOfMonth(),
                        local.getHour(),
                        local.getMinute(),
                        0)
                .getTimestamp());
    }

    private Case randomCase() {
        var startsOn = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(5000));
        var rule = new StringBuilder();
        switch (random.nextInt(3)) {
            case 0 -> rule.append("FREQ=DAILY");
            case 1 -> {
                rule.append("FREQ=WEEKLY");
                if (random.nextInt(5) > 0) {
                    rule.append(";BYDAY=").append(days(false));
                }
            }
            default -> {
                rule.append("FREQ=MONTHLY");
                var parts = random.nextInt(4);
                if (parts % 2 == 1) {
                    rule.append(";BYDAY=").append(days(true));
                }
                if (parts > 1) {
                    rule.append(";BYMONTHDAY=").append(monthDays());
                }
            }
        }
        if (random.nextBoolean()) {
            rule.append(";INTERVAL=").append(1 + random.nextInt(random.nextBoolean() ? 4 : 52));
        }
        if (random.nextInt(3) == 0) {
            rule.append(";WKST=").append(DAYS.get(random.nextInt(7)));
        }
        switch (random.nextInt(4)) {
            case 0 -> rule.append(";COUNT=").append(1 + random.nextInt(80));
            case 1 ->
                rule.append(";UNTIL=")
                        .append(startsOn.plusDays(random.nextInt(900))
                                .toString()
                                .replace("-", ""));
            default -> {
                // Without an end.
            }
        }
        var first = startsOn.plusDays(random.nextInt(1000) - 100L);
        // Half of the times are in the small hours, where clocks are changed.
        var hour = random.nextBoolean() ? random.nextInt(4) : random.nextInt(24);
        return new Case(
                startsOn,
                rule.toString(),
                first,
                first.plusDays(random.nextInt(367)),
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                LocalTime.of(hour, 15 * random.nextInt(4)));
    }

    private String days(boolean numbered) {
        var days = new LinkedHashSet<String>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            var ordinal = random.nextInt(5);
            var number = ordinal == 0 ? "-1" : String.valueOf(ordinal);
            days.add((numbered ? number : "") + DAYS.get(random.nextInt(7)));
        }
        return String.join(",", days);
    }

    private String monthDays() {
        var days = new LinkedHashSet<String>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            days.add(random.nextInt(6) == 0 ? "-1" : String.valueOf(1 + random.nextInt(31)));
        }
        return String.join(",", days);
    }
}
