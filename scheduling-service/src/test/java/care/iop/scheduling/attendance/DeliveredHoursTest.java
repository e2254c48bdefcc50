package care.iop.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.attendance.DeliveredHours.Unit;
import care.iop.scheduling.booking.AttendanceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveredHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final DeliveredHours hours = new DeliveredHours(180);

    private static Unit attended(LocalDate on, int planned, int delivered) {
        return new Unit(on, planned, AttendanceCode.ATTENDED, delivered, false, true);
    }

    private DeliveredView view() {
        return hours.view(UUID.randomUUID(), MONDAY, MONDAY.plusDays(13));
    }

    @ParameterizedTest
    @CsvSource({"179, 0", "180, 1", "181, 1"})
    void dayIsH0015FromThreeDeliveredHoursOn(int minutes, int units) {
        // given
        hours.add(attended(MONDAY, 240, minutes));

        // when
        var view = view();

        // then
        assertThat(view.units()).isEqualTo(units);
        assertThat(view.days().get(0).h0015()).isEqualTo(units == 1);
    }

    @Test
    void sessionsOfOneDayCountTogetherAndThoseOfTwoDaysDoNot() {
        // given
        hours.add(attended(MONDAY, 120, 120));
        hours.add(attended(MONDAY, 60, 60));
        hours.add(attended(MONDAY.plusDays(1), 120, 120));
        hours.add(attended(MONDAY.plusDays(2), 60, 60));

        // when
        var view = view();

        // then
        assertThat(view.units()).isEqualTo(1);
        assertThat(view.deliveredMinutes()).isEqualTo(360);
        assertThat(view.weeks()).hasSize(1);
    }

    @Test
    void missedSessionAndItsMakeUpArePlannedOnce() {
        // given
        hours.add(new Unit(MONDAY, 180, AttendanceCode.NO_SHOW, 0, false, true));
        hours.add(new Unit(MONDAY.plusDays(8), 180, AttendanceCode.ATTENDED, 180, true, true));

        // when
        var view = view();

        // then
        assertThat(view.plannedMinutes()).isEqualTo(180);
        assertThat(view.deliveredMinutes()).isEqualTo(180);
        assertThat(view.units()).isEqualTo(1);
        assertThat(view.weeks())
                .extracting(DeliveredView.Week::deliveredMinutes)
                .containsExactly(0, 180);
    }

    @Test
    void whatTheProgramCancelledLeavesThePlanAndWhatIsUnmarkedIsCounted() {
        // given
        hours.add(new Unit(MONDAY, 180, AttendanceCode.CANCELLED_BY_PROGRAM, 0, false, true));
        hours.add(new Unit(MONDAY.plusDays(2), 180, null, 0, false, true));
        hours.add(new Unit(MONDAY.plusDays(4), 180, null, 0, false, false));

        // when
        var view = view();

        // then
        assertThat(view.plannedMinutes()).isEqualTo(360);
        assertThat(view.deliveredMinutes()).isZero();
        assertThat(view.unmarked()).isEqualTo(1);
    }
}
