package care.iop.progress.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final UUID ANY = UUID.fromString("0195c3a0-0000-7000-8000-000000000001");
    private static final Instant RAISED = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T14:10:00Z");

    @Test
    void acknowledgementSaysWhoWhenAndWhy() {
        // given
        var alert = alert();

        // when
        alert.acknowledge("clinician-1", AcknowledgementReason.SAFETY_ASSESSED, LATER);

        // then
        assertThat(alert.isOpen()).isFalse();
        assertThat(alert.acknowledgedBy()).isEqualTo("clinician-1");
        assertThat(alert.acknowledgedAt()).isEqualTo(LATER);
        assertThat(alert.reason()).isEqualTo(AcknowledgementReason.SAFETY_ASSESSED);
    }

    @Test
    void firstAcknowledgementStands() {
        // given
        var alert = alert();
        alert.acknowledge("clinician-1", AcknowledgementReason.SAFETY_ASSESSED, LATER);

        // when
        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> alert.acknowledge("clinician-2", AcknowledgementReason.RECORDED_IN_ERROR, LATER));

        // then
        assertThat(refusal.type()).isEqualTo(ProgressProblem.ALERT_ALREADY_ACKNOWLEDGED);
        assertThat(alert.acknowledgedBy()).isEqualTo("clinician-1");
    }

    private static Alert alert() {
        return new Alert(ANY, new Finding(AlertRule.AL_SUI_1, Severity.HIGH, ANY, null, ANY), RAISED);
    }
}
