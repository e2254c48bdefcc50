package care.iop.progress.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.rule.Substance;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyReportTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 1", "7.50, 15", "24, 48"})
    void hoursOfSleepBecomeHalfHours(BigDecimal hours, int halfHours) {
        // when
        var found = DailyReport.halfHours(hours);

        // then
        assertThat(found).isEqualTo(halfHours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.25", "0.1", "1e-1000000"})
    void otherStepsOfSleepAreRefused(BigDecimal hours) {
        // when, then
        assertThatThrownBy(() -> DailyReport.halfHours(hours)).isInstanceOf(ProblemException.class);
    }

    @Test
    void longestNoteIsTakenAndCountedInCharactersNotInSurrogates() {
        // given
        var note = new PrivateNote("🌱".repeat(PrivateNote.MAX_LENGTH));

        // when
        var report = new DailyReport(5, 5, false, 14, note, true, Set.of(), null, Set.of());

        // then
        assertThat(report.note()).isEqualTo(note);
        assertThat(report.noteShared()).isTrue();
    }

    @Test
    void longerNoteIsRefused() {
        // given
        var note = new PrivateNote("x".repeat(PrivateNote.MAX_LENGTH + 1));

        // when, then
        assertThatThrownBy(() -> new DailyReport(5, 5, false, 14, note, true, Set.of(), null, Set.of()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void blankNoteIsNoneAndThereIsNothingToShare() {
        // when
        var report = new DailyReport(5, 5, false, 14, new PrivateNote("  \n"), true, Set.of(), null, Set.of());

        // then
        assertThat(report.note()).isNull();
        assertThat(report.noteShared()).isFalse();
    }

    @Test
    void noteIsNeverPartOfAText() {
        // when
        var text = new DailyReport(5, 5, false, 14, new PrivateNote("only for me"), false, Set.of(), null, Set.of())
                .toString();

        // then
        assertThat(text).doesNotContain("only for me").contains("redacted");
    }

    @Test
    void substancesWithoutUseAreRefused() {
        // when, then
        assertThatThrownBy(
                        () -> new DailyReport(5, 5, false, 14, null, false, Set.of(Substance.ALCOHOL), null, Set.of()))
                .isInstanceOf(ProblemException.class);
        assertThat(new DailyReport(5, 5, true, 14, null, false, Set.of(Substance.ALCOHOL), null, Set.of()).substances())
                .containsExactly(Substance.ALCOHOL);
    }
}
