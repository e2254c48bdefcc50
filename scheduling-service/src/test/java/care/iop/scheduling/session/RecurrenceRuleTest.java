package care.iop.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRuleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    @Test
    void expandsDaysOfTheWeekFromTheStart() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=WEEKLY;BYDAY=MO,WE,FR", MONDAY);

        // when
        var dates = rule.dates(MONDAY, MONDAY.minusDays(10), MONDAY.plusDays(7));

        // then
        assertThat(dates)
                .containsExactly(
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 7),
                        LocalDate.of(2026, 1, 9),
                        LocalDate.of(2026, 1, 12));
    }

    @Test
    void everySecondWeekKeepsItsPhaseFarFromTheStart() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", MONDAY);

        // when
        var dates = rule.dates(MONDAY, MONDAY.plusWeeks(51), MONDAY.plusWeeks(53));

        // then
        assertThat(dates).containsExactly(MONDAY.plusWeeks(52));
    }

    @Test
    void countEndsTheSeriesWhereverOneLooks() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", MONDAY);

        // when
        var dates = rule.dates(MONDAY, MONDAY.plusWeeks(2), MONDAY.plusWeeks(10));

        // then
        assertThat(dates).containsExactly(MONDAY.plusWeeks(2));
    }

    @Test
    void untilIsIncluded() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260112", MONDAY);

        // when
        var dates = rule.dates(MONDAY, MONDAY, MONDAY.plusWeeks(10));

        // then
        assertThat(dates).containsExactly(MONDAY, MONDAY.plusWeeks(1));
    }

    @Test
    void bothEndsOfTheStretchAreIncluded() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=DAILY", MONDAY);

        // when
        var dates = rule.dates(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));

        // then
        assertThat(dates).containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(2));
    }

    @Test
    void aStretchBeforeTheStartIsEmpty() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=DAILY", MONDAY);

        // when
        var dates = rule.dates(MONDAY, MONDAY.minusDays(9), MONDAY.minusDays(1));

        // then
        assertThat(dates).isEmpty();
    }

    @Test
    void neverExpandsMoreThanAYear() {
        // given
        var rule = RecurrenceRule.of("/rrule", "FREQ=DAILY", MONDAY);

        // when, then
        assertThat(rule.dates(MONDAY, MONDAY, MONDAY.plusDays(366))).hasSize(367);
        assertThatIllegalArgumentException().isThrownBy(() -> rule.dates(MONDAY, MONDAY, MONDAY.plusDays(367)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                "freq=weekly;byday=mo",
                "FREQ=DAILY;INTERVAL=2",
                "FREQ=WEEKLY;INTERVAL=52;BYDAY=MO",
                "FREQ=DAILY;COUNT=1000",
                "FREQ=MONTHLY;BYDAY=1MO,-1FR",
                "FREQ=MONTHLY;BYMONTHDAY=31,-1",
                "FREQ=WEEKLY;BYDAY=SA;WKST=SU",
                "FREQ=WEEKLY;UNTIL=20260105"
            })
    void acceptsWhatSessionsNeed(String text) {
        // when
        var rule = RecurrenceRule.of("/rrule", text, MONDAY);

        // then
        assertThat(rule.dates(MONDAY, MONDAY, MONDAY.plusDays(366))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=SECONDLY                          | must have FREQ=DAILY, WEEKLY or MONTHLY
                    FREQ=MINUTELY;INTERVAL=1               | must have FREQ=DAILY, WEEKLY or MONTHLY
                    FREQ=HOURLY                            | must have FREQ=DAILY, WEEKLY or MONTHLY
                    FREQ=YEARLY                            | must have FREQ=DAILY, WEEKLY or MONTHLY
                    INTERVAL=2                             | must have FREQ=DAILY, WEEKLY or MONTHLY
                    FREQ=                                  | must be a rule like
                    FREQ                                   | must be a rule like
                    ;;;;                                   | must be a rule like
                    FREQ=DAILY;                            | must be a rule like
                    FREQ=WEEKLY;BYSECOND=0,1,2             | must be a rule like
                    FREQ=WEEKLY;BYHOUR=9                   | must be a rule like
                    FREQ=WEEKLY;BYSETPOS=1                 | must be a rule like
                    FREQ=WEEKLY;RSCALE=HEBREW              | must be a rule like
                    FREQ=WEEKLY;FREQ=DAILY                 | must not have FREQ twice
                    FREQ=WEEKLY;BYDAY=1MO                  | BYDAY must be days like MO,WE,FR
                    FREQ=WEEKLY;BYDAY=MO,,FR               | BYDAY must be days like MO,WE,FR
                    FREQ=WEEKLY;BYDAY=XX                   | BYDAY must be days like MO,WE,FR
                    FREQ=WEEKLY;BYMONTHDAY=3               | must not have BYMONTHDAY
                    FREQ=DAILY;BYDAY=MO                    | must not have BYDAY
                    FREQ=MONTHLY;BYDAY=MO                  | BYDAY must be numbered days
                    FREQ=MONTHLY;BYDAY=5MO                 | BYDAY must be numbered days
                    FREQ=MONTHLY;BYMONTHDAY=32             | BYMONTHDAY must be days of the month
                    FREQ=DAILY;INTERVAL=0                  | INTERVAL must be 1 to 52
                    FREQ=DAILY;INTERVAL=53                 | INTERVAL must be 1 to 52
                    FREQ=DAILY;INTERVAL=-1                 | INTERVAL must be 1 to 52
                    FREQ=DAILY;INTERVAL=99999999999999     | INTERVAL must be 1 to 52
                    FREQ=DAILY;COUNT=0                     | COUNT must be 1 to 1000
                    FREQ=DAILY;COUNT=1001                  | COUNT must be 1 to 1000
                    FREQ=DAILY;UNTIL=20260104              | UNTIL must not be before startsOn
                    FREQ=DAILY;UNTIL=20260230              | UNTIL must be a date
                    FREQ=DAILY;UNTIL=20260105T090000Z      | UNTIL must be a date
                    FREQ=DAILY;COUNT=2;UNTIL=20260110      | must not have both COUNT and UNTIL
                    FREQ=WEEKLY;WKST=XX                    | WKST must be a day
                    FREQ=MONTHLY;INTERVAL=52;BYMONTHDAY=3  | must meet at least once in the first year
                    """)
    void refusesWithTheFieldWhatItCantAccept(String text, String why) {
        // when, then
        assertThatThrownBy(() -> RecurrenceRule.of("/rrule", text, LocalDate.of(2026, 1, 5)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.errors()).hasSize(1);
                    assertThat(problem.errors().get(0).pointer()).isEqualTo("/rrule");
                    assertThat(problem.errors().get(0).detail()).contains(why);
                });
    }

    @Test
    void refusesALongText() {
        // given
        var text = "FREQ=WEEKLY;BYDAY=" + "MO,".repeat(100) + "TU";

        // when, then
        assertThatThrownBy(() -> RecurrenceRule.of("/rrule", text, MONDAY)).isInstanceOf(ProblemException.class);
    }
}
