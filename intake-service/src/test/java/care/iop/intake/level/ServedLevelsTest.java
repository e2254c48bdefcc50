package care.iop.intake.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedLevelsTest {

    @ParameterizedTest
    @CsvSource({
        "539, false",
        "540, true",
        "541, false",
        "555, true",
        "1185, true",
        "1200, true",
        "1215, false",
        "-900, false"
    })
    void minutesMustLieInTheBandAndBeQuarterHours(int minutes, boolean admitted) {
        assertThat(new WeeklyMinutes(540, 1200, 900).admit(minutes)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1200, 900",
        "540, 1200, 1215",
        "540, 885, 900",
        "540, 1200, 525",
        "541, 1200, 900",
        "540, 1201, 900",
        "540, 1200, 901"
    })
    void aWrongSettingStopsTheStart(int minimum, int maximum, int standard) {
        assertThatThrownBy(() -> new WeeklyMinutes(minimum, maximum, standard))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiples of 15");
    }

    @Test
    void onlyWhatIsListedIsServed() {
        // given
        var served = new ServedLevels(Map.of(
                LevelOfCare.LEVEL_2_5, new WeeklyMinutes(1200, 2400, 1200),
                LevelOfCare.LEVEL_2_1, new WeeklyMinutes(540, 1200, 900)));

        // then
        assertThat(served.serve(LevelOfCare.LEVEL_2_1)).isTrue();
        assertThat(served.serve(LevelOfCare.LEVEL_3_1)).isFalse();
        assertThat(served.minutesAt(LevelOfCare.LEVEL_3_1)).isEmpty();
        assertThat(served).hasToString("2.1, 2.5");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, true, false",
        "1, true, false",
        "1.0, false, true",
        "1.5, false, true",
        "1.7, false, true",
        "2.1, true, true",
        "2.5, true, true",
        "2.7, false, true",
        "3.1, true, true",
        "3.3, true, false",
        "3.5, true, true",
        "3.7, true, true",
        "4, true, true"
    })
    void identifiersBelongToTheEditionsThatUseThem(String code, boolean third, boolean fourth) {
        // given
        var level = LevelOfCare.of(code).orElseThrow();

        // then
        assertThat(level.belongsTo(CriteriaEdition.ASAM3)).isEqualTo(third);
        assertThat(level.belongsTo(CriteriaEdition.ASAM4)).isEqualTo(fourth);
        assertThat(level).hasToString(code);
    }

    @Test
    void nothingElseIsALevel() {
        assertThat(LevelOfCare.of("2.10")).isEmpty();
        assertThat(LevelOfCare.of("LEVEL_2_1")).isEmpty();
    }
}
