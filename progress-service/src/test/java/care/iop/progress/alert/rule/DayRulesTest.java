package care.iop.progress.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of every threshold of AL-CRV, AL-MOOD and AL-USE. Earlier days stand from yesterday backwards, a dash for none. */
class DayRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final int FINE = 6;

    private final Rules rules = Policies.rules();

    @ParameterizedTest
    @CsvSource({
        "6, -, ",
        "7, -, AL-CRV MEDIUM CRAVING_HIGH",
        "8, -, AL-CRV MEDIUM CRAVING_HIGH",
        "9, -, AL-CRV HIGH CRAVING_HIGH",
        "4, 2 2 2, ",
        "4, 1 1 1, AL-CRV MEDIUM CRAVING_RISE",
        "4, 1 1, ",
        "4, 1 1 2 2, ",
        "5, 1 2 2 3, AL-CRV MEDIUM CRAVING_RISE",
        "4, 0 0 9 9 0, AL-CRV MEDIUM CRAVING_RISE",
        "5, 5 5, AL-CRV MEDIUM CRAVING_LASTING",
        "5, 5 4, ",
        "4, 5 5, ",
        "5, 5 - 5, ",
        "5, - 5 5, "
    })
    void craving(int craving, String before, String called) {
        assertCalls(day(FINE, craving, Set.of(), false, before, false), called);
    }

    @ParameterizedTest
    @CsvSource({
        "3, -, ",
        "2, -, AL-MOOD MEDIUM MOOD_LOW",
        "0, -, AL-MOOD MEDIUM MOOD_LOW",
        "4, 7 7 7, ",
        "4, 8 8 8, AL-MOOD MEDIUM MOOD_FALL",
        "4, 8 8, ",
        "4, 7 8 7 8, ",
        "3, 7 6 8 7, AL-MOOD MEDIUM MOOD_FALL"
    })
    void mood(int mood, String before, String called) {
        assertCalls(day(mood, 0, Set.of(), false, before, true), called);
    }

    @ParameterizedTest
    @CsvSource({
        "false, '', ",
        "true, '', AL-USE MEDIUM USE_REPORTED",
        "true, CANNABIS, AL-USE MEDIUM USE_REPORTED",
        "true, ALCOHOL, AL-USE MEDIUM USE_REPORTED",
        "true, BENZODIAZEPINES, AL-USE MEDIUM USE_REPORTED",
        "true, ALCOHOL BENZODIAZEPINES, AL-USE HIGH OVERDOSE_RISK",
        "true, OPIOIDS, AL-USE HIGH OVERDOSE_RISK"
    })
    void use(boolean used, String substances, String called) {
        var what = EnumSet.noneOf(Substance.class);
        for (var code : substances.split(" ", -1)) {
            if (!code.isEmpty()) {
                what.add(Substance.valueOf(code));
            }
        }
        assertCalls(day(FINE, 0, what, used, "-", false), called);
    }

    private void assertCalls(DayFacts facts, String called) {
        // when
        var verdicts = rules.of(facts);

        // then
        assertThat(verdicts)
                .extracting(verdict -> verdict.rule() + " " + verdict.severity() + " " + verdict.signal())
                .isEqualTo(called == null ? List.of() : List.of(called));
    }

    private static DayFacts day(
            int mood, int craving, Set<Substance> substances, boolean used, String before, boolean beforeIsMood) {
        var earlier = new ArrayList<DayFacts.Earlier>();
        var numbers = before.split(" ", -1);
        for (int i = 0; i < numbers.length; i++) {
            if (!numbers[i].equals("-")) {
                int number = Integer.parseInt(numbers[i]);
                earlier.add(new DayFacts.Earlier(
                        DAY.minusDays(i + 1L), beforeIsMood ? number : FINE, beforeIsMood ? 0 : number));
            }
        }
        return new DayFacts(DAY, mood, craving, used, substances, earlier);
    }
}
