package care.iop.progress.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-W47",
        "2026-11-23, 2026-W48",
        "2026-11-29, 2026-W48",
        "2026-12-31, 2026-W53",
        "2027-01-03, 2026-W53",
        "2027-01-04, 2027-W01",
        "2024-12-30, 2025-W01"
    })
    void weekGoesFromMondayToSundayAlsoAcrossNewYear(LocalDate date, String week) {
        // when
        var found = IsoWeek.of(date);

        // then
        assertThat(found).hasToString(week);
        assertThat(IsoWeek.parse("week", week)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-W54",
                "2027-W53",
                "2026-W00",
                "2026-w48",
                "2026W48",
                "2026-11-23",
                "+12026-W01",
                "2026-W48 "
            })
    void whatIsNoWeekIsRefused(String text) {
        // when, then
        assertThatThrownBy(() -> IsoWeek.parse("week", text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void weekBeginsOnMonday() {
        // when, then
        assertThatThrownBy(() -> new IsoWeek(LocalDate.of(2026, 11, 24))).isInstanceOf(IllegalArgumentException.class);
    }
}
