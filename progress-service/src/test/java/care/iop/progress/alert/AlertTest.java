package care.iop.progress.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import java.time.Duration;
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

    @Test
    void outcomeComesAfterTheAcknowledgementAndStands() {
        // given
        var alert = alert();

        // when
        var tooEarly = catchThrowableOfType(
                ProblemException.class, () -> alert.conclude("clinician-1", AlertOutcome.CONTACTED, LATER));
        alert.acknowledge("clinician-1", AcknowledgementReason.SAFETY_ASSESSED, LATER);
        alert.conclude("clinician-1", AlertOutcome.SAFETY_PLAN_MADE, LATER);
        var second = catchThrowableOfType(
                ProblemException.class, () -> alert.conclude("clinician-2", AlertOutcome.NOT_REACHED, LATER));
        var assigned = catchThrowableOfType(ProblemException.class, () -> alert.assign("clinician-2", LATER));

        // then
        assertThat(tooEarly.type()).isEqualTo(ProgressProblem.ALERT_NOT_ACKNOWLEDGED);
        assertThat(second.type()).isEqualTo(ProgressProblem.ALERT_OUTCOME_RECORDED);
        assertThat(assigned.type()).isEqualTo(ProgressProblem.ALERT_OUTCOME_RECORDED);
        assertThat(alert.outcome()).isEqualTo(AlertOutcome.SAFETY_PLAN_MADE);
    }

    @Test
    void escalationLeavesItOpenAndStartsItsClockAnew() {
        // given
        var alert = alert();
        var due = alert.dueAt();

        // when
        var tooEarly = catchThrowable(() -> alert.escalate(due.minusSeconds(1), AlertClocksTest.byDefault()));
        alert.escalate(due, AlertClocksTest.byDefault());

        // then
        assertThat(tooEarly).isInstanceOf(IllegalStateException.class);
        assertThat(alert.isOpen()).isTrue();
        assertThat(alert.escalations()).isEqualTo(1);
        assertThat(alert.dueAt()).isEqualTo(due.plus(Duration.ofHours(4)));
    }

    @Test
    void acknowledgedAlertIsNotDueAnyMore() {
        // given
        var alert = alert();

        // when
        alert.acknowledge("clinician-1", AcknowledgementReason.SAFETY_ASSESSED, LATER);

        // then
        assertThat(alert.dueAt()).isNull();
    }

    private static Alert alert() {
        return new Alert(
                ANY,
                new Finding(AlertRule.AL_SUI_1, Severity.HIGH, null, ANY, null, ANY),
                RAISED,
                AlertClocksTest.byDefault());
    }
}
