package care.iop.progress.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.progress.alert.AlertRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of every threshold of AL-ATT, AL-SIL and AL-SUI-3, and what happens when a rule breaks. */
class PresenceRulesTest {

    private final Rules rules = Policies.rules();

    @ParameterizedTest
    @CsvSource({
        "0, 0, ",
        "1, 0, AL-ATT MEDIUM NO_SHOW",
        "2, 0, AL-ATT HIGH CONSECUTIVE_NO_SHOWS",
        "3, 0, AL-ATT HIGH DROPOUT_RISK",
        "3, 7, AL-ATT HIGH DROPOUT_RISK",
        "3, 8, "
    })
    void missedSessions(int inARow, long daysAgo, String called) {
        assertCalled(rules.of(new NoShowFacts(inARow, daysAgo)), called);
    }

    @ParameterizedTest
    @CsvSource({"2.1, 540, 0, ", "2.1, 539, 0, AL-ATT MEDIUM HOURS_BELOW_MINIMUM", "2.1, 539, 1, ", "1, 0, 0, "})
    void hoursOfAWeek(String level, int minutes, int unmarked, String called) {
        assertCalled(rules.of(new WeekFacts(level, minutes, unmarked)), called);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ", "3, 2, AL-SIL LOW NO_CHECK_IN", "3, 6, AL-SIL LOW NO_CHECK_IN", "7, 7, AL-SIL HIGH NO_CONTACT"
    })
    void silence(long sinceCheckIn, long sinceContact, String called) {
        assertCalled(rules.of(new SilenceFacts(sinceCheckIn, sinceContact)), called);
    }

    @Test
    void sayingThatOneIsNotSafeIsEnough() {
        assertCalled(rules.ofNotSafe(), "AL-SUI-3 CRITICAL NOT_SAFE_NOW");
    }

    @Test
    void everyRuleHasItsSentenceWithItsThresholds() {
        // when
        var sentences = rules.sentences();

        // then
        assertThat(sentences).extracting(Sentence::rule).containsOnly(AlertRule.values());
        assertThat(sentences)
                .filteredOn(sentence -> sentence.rule() == AlertRule.AL_ATT)
                .extracting(Sentence::text)
                .anySatisfy(text -> assertThat(text).contains("fewer than 9 hours"));
        assertThat(sentences)
                .filteredOn(sentence -> sentence.rule() == AlertRule.AL_CRV)
                .extracting(Sentence::text)
                .singleElement()
                .asString()
                .contains("7 or more", "high from 9", "5 or more on 3 days");
    }

    /** A rule that breaks is told to operations, stops no other rule, and where it is about suicide a human is called. */
    @Test
    void brokenRuleAlertsOperations() {
        // given
        var meters = new SimpleMeterRegistry();
        var broken = new Rules(
                List.of(
                        new BrokenRule(AlertRule.AL_SUI_1),
                        new BrokenRule(AlertRule.AL_DET),
                        new SuicideRiskScreened()),
                Policies.ofAlerts(),
                meters);

        // when
        var verdicts = broken.of(ResultRulesTest.facts("C-SSRS", "0 1 0 1 0 0 -"));

        // then
        assertThat(verdicts)
                .extracting(verdict -> verdict.rule() + " " + verdict.severity() + " " + verdict.signal())
                .containsExactly("AL-SUI-1 HIGH RULE_FAILED", "AL-SUI-2 CRITICAL null");
        assertThat(meters.counter(Rules.FAILED, "rule", "AL-SUI-1").count()).isEqualTo(1);
        assertThat(meters.counter(Rules.FAILED, "rule", "AL-DET").count()).isEqualTo(1);
        assertThat(meters.counter(Rules.FAILED, "rule", "AL-CRV").count()).isZero();
    }

    private static void assertCalled(List<Verdict> verdicts, String called) {
        assertThat(verdicts)
                .extracting(verdict -> verdict.rule() + " " + verdict.severity() + " " + verdict.signal())
                .isEqualTo(called == null ? List.of() : List.of(called));
    }

    /** Can't be evaluated. */
    private record BrokenRule(AlertRule id) implements Rule<ResultFacts> {

        @Override
        public String sentence() {
            return "Never.";
        }

        @Override
        public Optional<Verdict> of(ResultFacts facts) {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
