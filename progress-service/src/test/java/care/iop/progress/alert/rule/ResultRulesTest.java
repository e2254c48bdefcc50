package care.iop.progress.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.instrument.Answers;
import care.iop.chassis.instrument.Instruments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of every threshold. Answers stand in the order of the items, a dash for one left out. */
class ResultRulesTest {

    private final Rules rules = Policies.rules();

    @ParameterizedTest
    @CsvSource({
        "3 3 3 3 3 3 3 3 0, ",
        "0 0 0 0 0 0 0 0 1, AL-SUI-1 HIGH",
        "0 0 0 0 0 0 0 0 2, AL-SUI-1 HIGH",
        "0 0 0 0 0 0 0 0 3, AL-SUI-1 CRITICAL",
        "- - - - - - - - 1, AL-SUI-1 HIGH"
    })
    void suicidalThoughtsOnPhq9(String answers, String called) {
        assertCalls("PHQ-9", answers, called);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 - - - 0 -, ",
        "1 0 - - - 0 -, AL-SUI-2 MEDIUM",
        "0 1 0 0 0 0 -, AL-SUI-2 MEDIUM",
        "0 1 1 0 0 0 -, AL-SUI-2 HIGH",
        "0 0 - - - 1 0, AL-SUI-2 HIGH",
        "0 1 0 1 0 0 -, AL-SUI-2 CRITICAL",
        "0 1 0 0 1 0 -, AL-SUI-2 CRITICAL",
        "0 0 - - - 1 1, AL-SUI-2 CRITICAL",
        "- - - - 1 - -, AL-SUI-2 CRITICAL",
        "- - 1 - - - -, AL-SUI-2 HIGH",
        "1 - - - - - -, AL-SUI-2 MEDIUM"
    })
    void riskOfSuicideOnTheColumbiaScreener(String answers, String called) {
        assertCalls("C-SSRS", answers, called);
    }

    @ParameterizedTest
    @CsvSource({
        "CIWA-AR, 7 2 0 0 0 0 0 0 0 0 0 0 0, ",
        "CIWA-AR, 7 3 0 0 0 0 0 0 0 0 0 0 0, AL-WD HIGH",
        "CIWA-AR, 7 7 4 0 0 0 0 0 0 0 0 0 0, AL-WD HIGH",
        "CIWA-AR, 7 7 5 0 0 0 0 0 0 0 0 0 0, AL-WD CRITICAL",
        "CIWA-AR, 7 3 - - - - - - - - - - -, AL-WD HIGH",
        "CIWA-AR, 0 0 0 0 0 3 3 3 0 0 0 0 0, ",
        "CIWA-AR, 0 0 0 0 0 4 0 0 0 0 0 0 0, AL-WD HIGH",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 1 0 0 0, ",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 2 0 0 0, AL-WD HIGH",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 0 1 0 0, AL-WD CRITICAL",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 0 0 1 0, AL-WD CRITICAL",
        "CIWA-AR, 0 0 0 0 0 0 0 0 0 0 0 0 1, AL-WD CRITICAL",
        "COWS, 4 4 3 1 0 0 0 0 0 0 0, ",
        "COWS, 4 4 5 0 0 0 0 0 0 0 0, AL-WD HIGH",
        "COWS, 4 4 5 5 4 4 5 4 1 0 0, AL-WD HIGH",
        "COWS, 4 4 5 5 4 4 5 4 2 0 0, AL-WD CRITICAL"
    })
    void withdrawal(String instrument, String answers, String called) {
        assertCalls(instrument, answers, called);
    }

    @ParameterizedTest
    @CsvSource({"GAD-7, 3 3 3 3 3 3 3", "TEA, 1 1 1 1", "PHQ-2, 3 3"})
    void otherInstrumentsCallNobodyByASingleAnswer(String instrument, String answers) {
        assertCalls(instrument, answers, null);
    }

    /** Risk is the sum of items 1, 2, 3, 8, 11 and 15, Protective that of 9, 10, 12, 13, 14 and 16. */
    @ParameterizedTest
    @CsvSource({
        "4 4 3 0 - 0 - - - - - - - 0 4 4 0 4 4 0 0 0 0, , ",
        "4 4 4 0 - 0 - - - - - - - 0 4 4 0 4 4 0 0 0 0, , AL-DET MEDIUM RISK_HIGH",
        "4 4 0 0 - 0 - - - - - - - 0 4 4 0 4 4 0 0 0 0, 5, ",
        "4 4 0 0 - 0 - - - - - - - 0 4 4 0 4 4 0 0 0 0, 4, AL-DET MEDIUM RISK_RISE",
        "0 0 0 0 - 0 - - - - - - - 0 4 4 0 4 1 0 0 0 0, , ",
        "0 0 0 0 - 0 - - - - - - - 0 4 4 0 4 0 0 0 0 0, , AL-DET MEDIUM PROTECTION_LOW",
        "- 4 4 4 - 0 - - - - - - - 4 4 4 4 4 4 0 4 0 0, , "
    })
    void riskAndProtectionOfTheBam(String answers, Integer riskBefore, String called) {
        // given
        var alone = facts("BAM-30", answers);

        // when
        var verdicts = rules.of(alone.after(false, riskBefore == null ? Map.of() : Map.of("RISK", riskBefore)));

        // then
        assertThat(verdicts)
                .extracting(verdict -> verdict.rule() + " " + verdict.severity() + " " + verdict.signal())
                .isEqualTo(called == null ? List.of() : List.of(called));
    }

    @ParameterizedTest
    @CsvSource({
        "PHQ-9, 1 1 1 1 1 1 1 1 0, true, AL-DET",
        "PHQ-9, 1 1 1 1 1 1 1 1 0, false, ",
        "GAD-7, 1 1 1 1 1 1 1, true, AL-DET",
        "PCL-5, 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1, true, AL-DET",
        "TEA, 1 1 1 1, true, "
    })
    void reliableDeterioration(String instrument, String answers, boolean deteriorated, String called) {
        // when
        var verdicts = rules.of(facts(instrument, answers).after(deteriorated, Map.of()));

        // then
        assertThat(verdicts)
                .extracting(verdict -> verdict.rule().id())
                .isEqualTo(called == null ? List.of() : List.of(called));
    }

    private void assertCalls(String code, String values, String called) {
        // when
        var verdicts = rules.of(facts(code, values));

        // then
        assertThat(verdicts)
                .extracting(verdict -> verdict.rule() + " " + verdict.severity())
                .isEqualTo(called == null ? List.of() : List.of(called));
    }

    static ResultFacts facts(String code, String values) {
        var instrument = new Instruments().find(code).orElseThrow();
        var answers = new TreeMap<String, Integer>();
        var given = values.split(" ", -1);
        for (int i = 0; i < given.length; i++) {
            if (!given[i].equals("-")) {
                answers.put(instrument.items().get(i).id(), Integer.valueOf(given[i]));
            }
        }
        return ResultFacts.of(instrument, new Answers(answers));
    }
}
