package care.iop.progress.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitFactsTest {

    @ParameterizedTest
    @CsvSource({
        // status, delivered -> scheduled, canceled by the program, attended, unmarked, planned, delivered
        "BOOKED,                 0, 1, 0, 0, 1, 180,   0",
        "WITHDRAWN,              0, 0, 0, 0, 0,   0,   0",
        "ATTENDED,             180, 1, 0, 1, 0, 180, 180",
        "LATE,                 170, 1, 0, 1, 0, 180, 170",
        "PARTIAL,              180, 1, 0, 1, 0, 180, 180",
        "PARTIAL,               91, 1, 0, 1, 0, 180,  91",
        "PARTIAL,               90, 1, 0, 1, 0, 180,  90",
        "PARTIAL,               89, 1, 0, 0, 0, 180,   0",
        "EXCUSED,                0, 1, 0, 0, 0, 180,   0",
        "LATE_CANCEL,            0, 1, 0, 0, 0, 180,   0",
        "NO_SHOW,               60, 1, 0, 0, 0, 180,   0",
        "CANCELLED_BY_PROGRAM,   0, 1, 1, 0, 0,   0,   0"
    })
    void statusDecidesWhatAUnitGivesToItsWeek(
            UnitStatus status,
            int deliveredMinutes,
            int scheduled,
            int programCancelled,
            int attended,
            int unmarked,
            int planned,
            int delivered) {
        // given
        var facts = new UnitFacts(
                UUID.fromString("0195c3a0-0000-7000-8000-000000000001"),
                LocalDate.of(2026, 11, 25),
                status,
                180,
                deliveredMinutes,
                null,
                null);

        // when
        var share = facts.share();

        // then
        assertThat(share).isEqualTo(new WeekShare(scheduled, programCancelled, attended, unmarked, planned, delivered));
    }

    @Test
    void takingBackIsTheOppositeOfAdding() {
        // given
        var share = new WeekShare(6, 1, 4, 1, 900, 720);

        // when
        var negated = share.negated();

        // then
        assertThat(negated).isEqualTo(new WeekShare(-6, -1, -4, -1, -900, -720));
    }
}
