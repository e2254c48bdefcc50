package care.iop.scheduling.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyPrescriptionTest {

    private static final WeeklyPrescription SAMPLE_WEEK = new WeeklyPrescription(List.of(
            new PrescribedSessions(SessionKind.GROUP, 180, 3),
            new PrescribedSessions(SessionKind.INDIVIDUAL, 60, 2),
            new PrescribedSessions(SessionKind.FAMILY, 120, 1),
            new PrescribedSessions(SessionKind.VOCATIONAL, 120, 1)));

    @Test
    void sampleWeekIsFifteenHours() {
        // when
        var minutes = SAMPLE_WEEK.minutesPerWeek();

        // then
        assertThat(minutes).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "179, 120",
        "180, 180",
        "539, 480",
        "540, 540",
        "599, 540",
        "600, 600",
        "660, 660",
        "779, 660",
        "780, 780",
        "899, 780",
        "900, 900",
        "1200, 900"
    })
    void fitsInWholeSessionsAndNeverAbove(int prescribed, int fitted) {
        // when
        var fitting = SAMPLE_WEEK.fittedTo(prescribed);

        // then
        assertThat(fitting.minutesPerWeek()).isEqualTo(fitted).isLessThanOrEqualTo(prescribed);
    }

    @Test
    void whatComesFirstStays() {
        // when
        var fitting = SAMPLE_WEEK.fittedTo(600);

        // then
        assertThat(fitting.sessions())
                .containsExactly(
                        new PrescribedSessions(SessionKind.GROUP, 180, 3),
                        new PrescribedSessions(SessionKind.INDIVIDUAL, 60, 1));
    }

    @Test
    void twelveSessionsAloneAreAWeekAndThirteenAreNot() {
        // given
        var twelve = new WeeklyPrescription(List.of(
                new PrescribedSessions(SessionKind.INDIVIDUAL, 30, 7),
                new PrescribedSessions(SessionKind.FAMILY, 30, 5)));
        var thirteen = new WeeklyPrescription(List.of(
                new PrescribedSessions(SessionKind.INDIVIDUAL, 30, 7),
                new PrescribedSessions(SessionKind.FAMILY, 30, 6)));

        // when, then
        assertThat(twelve.requireSound("/sessions")).isSameAs(twelve);
        assertThatThrownBy(() -> thirteen.requireSound("/sessions")).isInstanceOf(ProblemException.class);
    }

    @Test
    void checkInsAreNeverPrescribed() {
        // given
        var prescription = new WeeklyPrescription(List.of(new PrescribedSessions(SessionKind.CHECK_IN, 60, 1)));

        // when, then
        assertThatThrownBy(() -> prescription.requireSound("/sessions"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/sessions/0/kind"));
    }

    @Test
    void minutesAreWholeQuarterHours() {
        // given
        var prescription = new WeeklyPrescription(List.of(new PrescribedSessions(SessionKind.GROUP, 50, 1)));

        // when, then
        assertThatThrownBy(() -> prescription.requireSound("/sessions"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/sessions/0/minutes"));
    }
}
