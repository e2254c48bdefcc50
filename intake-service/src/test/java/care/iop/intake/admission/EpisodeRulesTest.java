package care.iop.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.intake.admission.OutcomeData.Employment;
import care.iop.intake.admission.OutcomeData.LivingSituation;
import care.iop.intake.admission.OutcomeData.Route;
import care.iop.intake.admission.OutcomeData.Substance;
import care.iop.intake.admission.OutcomeData.Use;
import care.iop.intake.admission.ReportingRecord.Measure;
import care.iop.intake.admission.ReportingRecord.TedsCodes;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted and coded of a stay, from both sides of every edge. */
class EpisodeRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1",
        "1, 1, 2, 2",
        "2, 2, 3, 3",
        "29, 29, 30, 30",
        "30, 30, 31, 31",
        "44, 44, 45, 31",
        "45, 45, 46, 32",
        "59, 59, 60, 32",
        "60, 60, 61, 33",
        "89, 89, 90, 33",
        "90, 90, 91, 34",
        "119, 119, 120, 34",
        "120, 120, 121, 35",
        "179, 179, 180, 35",
        "180, 180, 181, 36",
        "364, 364, 365, 36",
        "365, 365, 366, 37"
    })
    void lengthOfStayIsCountedInBothWays(int daysLater, int days2004, int days2005, int code) {
        assertThat(LengthOfStay.between(DAY, DAY.plusDays(daysLater)))
                .isEqualTo(new LengthOfStay(days2004, days2005, code));
    }

    @ParameterizedTest
    @CsvSource({
        "ASAM4, LEVEL_2_1, ASAM4, LEVEL_2_5, true, STEP_UP",
        "ASAM4, LEVEL_2_5, ASAM4, LEVEL_2_1, true, STEP_DOWN",
        "ASAM4, LEVEL_2_1, ASAM4, LEVEL_1_5, false, STEP_DOWN",
        "ASAM4, LEVEL_2_1, ASAM4, LEVEL_2_1, false, TRANSFER",
        "ASAM4, LEVEL_2_1, ASAM4, LEVEL_2_1, true, PRESCRIPTION",
        "ASAM3, LEVEL_2_1, ASAM4, LEVEL_1_5, true, OTHER_EDITION",
        "ASAM3, LEVEL_2_1, ASAM3, LEVEL_1, true, STEP_DOWN"
    })
    void aChangeIsNamedByTheLevelBefore(
            CriteriaEdition editionBefore,
            LevelOfCare before,
            CriteriaEdition edition,
            LevelOfCare after,
            boolean sameProgram,
            LevelChangeKind kind) {
        assertThat(LevelChangeKind.between(editionBefore, before, edition, after, sameProgram))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"-15, PLANNED", "-14, DUE", "0, DUE", "14, DUE", "15, OVERDUE"})
    void aContactIsDueWithinItsWindow(int daysFromDue, ContactStatus status) {
        // given
        var contact = new PlannedContact(UUID.randomUUID(), UUID.randomUUID(), ContactKind.FOLLOW_UP, DAY);

        // then
        assertThat(contact.status(DAY.plusDays(daysFromDue), 14)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 1, 2", "2, 3, 2", "3, 4, 3", "96, 7, 3", "2, 8, 4", ", , -9"})
    void teds(Integer arrests, Integer meetings, int selfHelp) {
        // given
        var data = new OutcomeData(null, null, null, arrests, null, null, meetings, null);

        // when
        var codes = TedsCodes.of(data);

        // then
        assertThat(codes.selfHelp()).isEqualTo(selfHelp);
        assertThat(codes.arrests()).isEqualTo(arrests == null ? -9 : Math.min(2, arrests));
        assertThat(codes.employment()).isEqualTo(-9);
    }

    @Test
    void outcomesNeedAValueAtBothEnds() {
        // given
        var before = new OutcomeData(
                null,
                null,
                OutcomeData.Source.COURT,
                1,
                Employment.UNEMPLOYED,
                LivingSituation.DEPENDENT,
                null,
                List.of(
                        new Use(Substance.ALCOHOL, 20, Route.ORAL, 15),
                        new Use(Substance.CANNABIS, null, Route.SMOKING, 16)));
        var after = new OutcomeData(null, null, null, 0, Employment.PART_TIME, LivingSituation.HOMELESS, 4, List.of());

        // when
        var measures = ReportingRecord.measures(before, after);

        // then
        assertThat(measures)
                .extracting(measure -> measure.measure() + " " + measure.atAdmission() + " " + measure.atDischarge())
                .containsExactly(
                        Measure.EMPLOYED + " false true",
                        Measure.STABLY_HOUSED + " true false",
                        Measure.NO_ARRESTS + " false true",
                        Measure.ABSTINENT_FROM_ALCOHOL + " false true");
        assertThat(ReportingRecord.measures(before, null)).isEmpty();
    }
}
