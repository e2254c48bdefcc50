package care.iop.progress.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void numbersAreThoseOfTheTwoWeeks() {
        // given seven days reported of fourteen, one with use; three of four sessions missed
        var weeks = weeks(70, 7, 1, 42, 21, 3, 4, 3);

        // when
        var numbers = Signal.vector(weeks);

        // then
        assertThat(numbers).containsExactly(0.5, 3, 0.75, 1 / 7.0, 3, 6, -Math.log(10));
    }

    @Test
    void nothingReportedIsTheMiddleOfTheScales() {
        // when
        var numbers = Signal.vector(weeks(9, 0, 0, 0, 0, 14, 0, 0));

        // then
        assertThat(numbers).startsWith(0, 14, 0, 0, 5, 5);
    }

    @Test
    void reasonsAreTheStrongestThreeThatSpeakForIt() {
        // given weights that all speak for dropping out when a signal is above its mean of 0
        var regression = new LogisticRegression(
                -2,
                List.of(-1.0, 0.1, 2.0, 0.01, 0.5, -0.2, 0.3),
                Collections.nCopies(7, 0.0),
                Collections.nCopies(7, 1.0));

        // when
        var reasons = WarnEarly.reasons(regression, weeks(8, 4, 1, 10, 28, 9, 4, 3));

        // then
        assertThat(reasons)
                .containsExactly(
                        "craving 7.0 of 10 on average",
                        "missed 3 of 4 sessions in two weeks",
                        "last report 9 days ago");
    }

    @Test
    void twoWeeksOfSilenceSayOnlyThatMuch() {
        // when
        var words = Signal.SILENT.inWords(weeks(60, 0, 0, 0, 0, 14, 0, 0));

        // then
        assertThat(words).isEqualTo("no report for two weeks");
    }

    private static Fortnight weeks(
            int days, int reported, int uses, int moods, int cravings, int silent, int marked, int missed) {
        return new Fortnight(
                UUID.randomUUID(),
                UUID.randomUUID(),
                MONDAY,
                days,
                reported,
                uses,
                moods,
                cravings,
                silent,
                marked,
                missed,
                null);
    }
}
