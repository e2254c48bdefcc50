package care.iop.progress.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static final Instrument PHQ9 = new Instruments().find("PHQ-9").orElseThrow();

    @Test
    void lowestAndHighestValuesAreTaken() {
        // when
        var answers = Answers.of(PHQ9, Map.of("1", 0, "9", 3, "10", 3));

        // then
        assertThat(answers.byItem()).containsExactlyInAnyOrderEntriesOf(Map.of("1", 0, "9", 3, "10", 3));
    }

    @Test
    void nullMeansLeftOut() {
        // given
        var given = new HashMap<String, Integer>();
        given.put("1", 2);
        given.put("9", null);

        // when
        var answers = Answers.of(PHQ9, given);

        // then
        assertThat(answers.to("9")).isEmpty();
        assertThat(answers.missing(PHQ9)).containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
    }

    @ParameterizedTest
    @CsvSource({"9, 4", "9, -1", "1, 2147483647", "10, 4"})
    void valueOutOfRangeIsRefusedAndNeverBentToFit(String item, int value) {
        // when
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.of(PHQ9, Map.of(item, value)));

        // then
        assertThat(refusal.type()).isEqualTo(CommonProblem.INVALID_VALUE);
        assertThat(refusal.errors()).containsExactly(new FieldProblem("/answers/" + item, "must be one of 0, 1, 2, 3"));
    }

    @Test
    void unknownItemIsRefusedByItsPointer() {
        // when
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.of(PHQ9, Map.of("a/b~c", 1)));

        // then
        assertThat(refusal.errors()).containsExactly(new FieldProblem("/answers/a~1b~0c", "is no item of PHQ-9"));
    }

    @Test
    void nothingAnsweredIsNoAssessment() {
        // given
        var given = new HashMap<String, Integer>();
        given.put("1", null);

        // when, then
        assertThatThrownBy(() -> Answers.of(PHQ9, given)).isInstanceOf(ProblemException.class);
    }
}
