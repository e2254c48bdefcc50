package care.iop.progress.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.progress.alert.AlertRule;
import care.iop.progress.alert.AlertSignal;
import care.iop.progress.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnWarningSignTest {

    private final Rules rules = Policies.rules();

    @ParameterizedTest
    @CsvSource({"NOTICE, LOW", "ALERT, MEDIUM", "URGENT, HIGH"})
    void teamHearsAsLoudAsThePersonAgreed(AgreedLevel level, Severity severity) {
        // when
        var verdicts = rules.of(new OwnWarning(level));

        // then
        assertThat(verdicts).containsExactly(new Verdict(AlertRule.AL_RPP, severity, AlertSignal.WARNING_SIGN));
    }

    @Test
    void whatStaysWithThePersonCallsNobody() {
        // when
        var verdicts = rules.of(new OwnWarning(AgreedLevel.NOBODY));

        // then
        assertThat(verdicts).isEmpty();
    }
}
