package care.iop.progress.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekViewTest {

    private static final IsoWeek WEEK = IsoWeek.of(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource({"1, 3, 0.3333", "2, 3, 0.6667", "3, 3, 1.0000", "0, 3, 0.0000", "1, 32, 0.0313"})
    void rateIsRoundedHalfUpToFourDecimals(int attended, int counted, BigDecimal rate) {
        // when
        var view = WeekView.of(WEEK, new WeekShare(counted, 0, attended, 0, 0, 0));

        // then
        assertThat(view.attendanceRate()).isEqualTo(rate);
    }

    @Test
    void nothingCountedHasNoRate() {
        // when
        var view = WeekView.of(WEEK, new WeekShare(2, 2, 0, 0, 0, 0));

        // then
        assertThat(view.countedUnits()).isZero();
        assertThat(view.attendanceRate()).isNull();
        assertThat(view.hoursRate()).isNull();
    }

    @Test
    void canceledByTheProgramLeavesTheDenominator() {
        // when
        var view = WeekView.of(WEEK, new WeekShare(6, 1, 4, 0, 900, 720));

        // then
        assertThat(view.countedUnits()).isEqualTo(5);
        assertThat(view.attendanceRate()).isEqualByComparingTo("0.8");
        assertThat(view.hoursRate()).isEqualByComparingTo("0.8");
    }
}
