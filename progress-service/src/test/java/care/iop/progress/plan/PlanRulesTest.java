package care.iop.progress.plan;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.problem.FieldProblem;
import care.iop.progress.episode.EpisodeFacts;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a week may hold at each level of care, on both sides of each bound. */
class PlanRulesTest {

    private static final String SESSIONS = "/prescription/sessions";
    private static final String DAYS = "/prescription/daysPerWeek";

    private final PlanRules rules = new PlanRules(new SmallRyeConfigBuilder()
            .withMapping(PlanPolicy.class)
            .withInterceptors()
            .addDefaultInterceptors()
            .build()
            .getConfigMapping(PlanPolicy.class));

    @ParameterizedTest
    @CsvSource({
        "2.1, 540, true",
        "2.1, 525, false",
        "2.1, 1200, true",
        "2.1, 1215, false",
        "2.5, 1200, true",
        "2.5, 1185, false",
        "2.5, 1500, true",
        "1.5, 525, true",
        "1.5, 540, false",
        "1, 60, true",
        "3.1, 60, true",
        "3.1, 1500, true"
    })
    void minutesBelongToTheLevel(String level, int minutes, boolean fits) {
        // when
        var misfits = rules.misfits(week(minutes, 6), episode(level, 2000));

        // then
        assertThat(misfits).extracting(FieldProblem::pointer).isEqualTo(fits ? List.of() : List.of(SESSIONS));
    }

    @ParameterizedTest
    @CsvSource({"600, 600, true", "615, 600, false", "585, 600, true"})
    void minutesStayWithinTheAdmissions(int minutes, int prescribed, boolean fits) {
        // when
        var misfits = rules.misfits(week(minutes, 5), episode("2.1", prescribed));

        // then
        assertThat(misfits.isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"360, true", "345, false", "375, false"})
    void smallerDoseThatIntakePrescribedIsTheLeast(int minutes, boolean fits) {
        // when
        var misfits = rules.misfits(week(minutes, 3), episode("2.1", 360));

        // then
        assertThat(misfits.isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"2.1, 540, 3, true", "2.1, 540, 2, false", "2.1, 900, 3, true", "2.1, 915, 3, false", "1, 60, 1, true"})
    void daysCarryTheWeek(String level, int minutes, int days, boolean fits) {
        // when
        var misfits = rules.misfits(week(minutes, days), episode(level, 2000));

        // then
        assertThat(misfits).extracting(FieldProblem::pointer).isEqualTo(fits ? List.of() : List.of(DAYS));
    }

    @ParameterizedTest
    @CsvSource({"2.1, 1200, true", "2.1, 1185, false", "2.5, 1200, false"})
    void twentyHoursOfLevelTwoOneAreToBeThoughtOf(String level, int minutes, boolean warned) {
        // when
        var warnings = rules.warnings(week(minutes, 5), level);

        // then
        assertThat(warnings.contains(PlanWarning.AT_PHP_THRESHOLD)).isEqualTo(warned);
    }

    @Test
    void bothBoundsAreNamedAtOnce() {
        // when
        var misfits = rules.misfits(week(1500, 2), episode("2.1", 900));

        // then
        assertThat(misfits).extracting(FieldProblem::pointer).containsExactly(SESSIONS, SESSIONS, DAYS, DAYS);
    }

    /** One group that makes these minutes, in quarter hours of any number. */
    private static WeeklyPrescription week(int minutes, int days) {
        return new WeeklyPrescription(days, List.of(new PlannedSessions(SessionKind.GROUP, minutes, 1)));
    }

    private static EpisodeFacts episode(String level, int prescribed) {
        return new EpisodeFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                level,
                LocalDate.of(2026, 11, 16),
                LocalDate.of(2026, 11, 16),
                prescribed,
                null);
    }
}
