package care.iop.progress.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.chassis.instrument.Instruments;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCriteriaTest {

    private static final ChangePolicy POLICY = () -> Map.of("PHQ-9", "talking-therapies", "PCL-5", "fifteen-points");

    private final ChangeCriteria criteria = new ChangeCriteria(POLICY);

    /** Both sides of every number of every criterion. */
    @ParameterizedTest
    @CsvSource({
        "PHQ-9, talking-therapies, 16, 11, UNCHANGED",
        "PHQ-9, talking-therapies, 16, 10, IMPROVED",
        "PHQ-9, talking-therapies, 16, 9, RECOVERED",
        "PHQ-9, talking-therapies, 10, 9, UNCHANGED",
        "PHQ-9, talking-therapies, 9, 3, IMPROVED",
        "PHQ-9, talking-therapies, 10, 15, UNCHANGED",
        "PHQ-9, talking-therapies, 10, 16, DETERIORATED",
        "PHQ-9, five-points, 16, 12, UNCHANGED",
        "PHQ-9, five-points, 16, 11, IMPROVED",
        "PHQ-9, five-points, 10, 15, DETERIORATED",
        "PHQ-9, response, 16, 9, UNCHANGED",
        "PHQ-9, response, 16, 8, IMPROVED",
        "PHQ-9, response, 15, 8, UNCHANGED",
        "PHQ-9, response, 15, 7, IMPROVED",
        "PHQ-9, response, 0, 0, UNCHANGED",
        "PHQ-9, remission, 5, 4, RECOVERED",
        "PHQ-9, remission, 5, 5, UNCHANGED",
        "PHQ-9, remission, 4, 0, UNCHANGED",
        "GAD-7, talking-therapies, 11, 8, UNCHANGED",
        "GAD-7, talking-therapies, 12, 8, IMPROVED",
        "GAD-7, talking-therapies, 11, 7, RECOVERED",
        "GAD-7, talking-therapies, 4, 8, DETERIORATED",
        "GAD-7, talking-therapies, 4, 7, UNCHANGED",
        "PCL-5, va-ten-points, 40, 31, UNCHANGED",
        "PCL-5, va-ten-points, 40, 30, IMPROVED",
        "PCL-5, fifteen-points, 43, 29, UNCHANGED",
        "PCL-5, fifteen-points, 44, 29, IMPROVED",
        "PCL-5, fifteen-points, 43, 28, RECOVERED",
        "BAM-7, risk-four-points, 12, 9, UNCHANGED",
        "BAM-7, risk-four-points, 12, 8, RECOVERED",
        "BAM-7, risk-four-points, 16, 12, IMPROVED",
        "BAM-7, risk-four-points, 8, 11, UNCHANGED",
        "BAM-7, risk-four-points, 8, 12, DETERIORATED"
    })
    void eachCriterionHasItsCategories(String instrument, String code, int baseline, int now, Category category) {
        // given
        var criterion = criteria.of(instrument).stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();

        // when, then
        assertThat(criterion.of(HigherIs.WORSE, baseline, now)).isEqualTo(category);
    }

    /** The same numbers mean the opposite where higher is better. */
    @ParameterizedTest
    @CsvSource({
        "20, 25, UNCHANGED",
        "20, 26, IMPROVED",
        "9, 15, IMPROVED",
        "10, 16, RECOVERED",
        "9, 16, RECOVERED",
        "16, 22, IMPROVED",
        "20, 14, DETERIORATED",
        "20, 15, UNCHANGED"
    })
    void directionIsOfTheInstrument(int baseline, int now, Category category) {
        // given
        var criterion = new ChangeCriterion(
                "TEA",
                "any",
                "any",
                ChangeCriterion.Kind.RELIABLE,
                null,
                6,
                15,
                "any",
                ChangeCriterion.Certainty.GIVEN_BY_CALLER,
                false);

        // when, then
        assertThat(criterion.of(HigherIs.BETTER, baseline, now)).isEqualTo(category);
    }

    @Test
    void everyCriterionIsOfAnInstrumentThatHasIt() {
        // given
        var instruments = new Instruments();

        // then
        instruments.all().forEach(instrument -> assertThat(criteria.of(instrument.code()))
                .allSatisfy(criterion -> {
                    if (criterion.subscale() == null) {
                        assertThat(instrument.hasTotal()).isTrue();
                    } else {
                        assertThat(instrument.subscale(criterion.subscale())).isPresent();
                    }
                }));
    }

    @Test
    void onePrimaryCriterionIsChosenBySetting() {
        // then
        assertThat(criteria.primaryOf("PCL-5")).map(ChangeCriterion::code).contains("fifteen-points");
        assertThat(criteria.primaryOf("GAD-7")).isEmpty();
    }

    @Test
    void settingThatNamesNoCriterionIsRefusedAtStart() {
        assertThatThrownBy(() -> new ChangeCriteria(() -> Map.of("PHQ-9", "ten-points")))
                .hasMessageContaining("iop.progress.change.primary.PHQ-9")
                .hasMessageContaining("talking-therapies");
    }

    /** S_diff = √2 · 7.5 · √(1 − 0.8) = 4.743; 1.96 · S_diff = 9.297. */
    @ParameterizedTest
    @CsvSource({"7.5, 0.8, 10", "5.0, 0.5, 10", "2.0, 0.0, 6"})
    void reliableChangeIndexGivesTheLeastReliablePoints(double sd, double reliability, int points) {
        assertThat(new ReliableChangeIndex(sd, reliability).reliableFrom()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.8", "-1, 0.8", "5, 1", "5, -0.1", "NaN, 0.5", "5, NaN"})
    void reliableChangeIndexRefusesNumbersThatMeanNothing(double sd, double reliability) {
        assertThatThrownBy(() -> new ReliableChangeIndex(sd, reliability)).isInstanceOf(IllegalArgumentException.class);
    }
}
