package care.iop.progress.alert;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.patient.CurrentPatient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes that a person has looked at an alert and what was done about it. */
@ApplicationScoped
class AcknowledgeAlert {

    private final Alerts alerts;
    private final OpenAlertCounts counts;
    private final CurrentPatient currentPatient;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Clock clock;

    AcknowledgeAlert(
            Alerts alerts,
            OpenAlertCounts counts,
            CurrentPatient currentPatient,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Clock clock) {
        this.alerts = alerts;
        this.counts = counts;
        this.currentPatient = currentPatient;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Acknowledges when {@code ifMatch} names the present version: 428 when absent, 412 when stale, 409 when done before. */
    @Transactional
    Alert acknowledge(UUID alertId, @Nullable String ifMatch, AcknowledgementReason reason) {
        var alert = alerts.findByIdOptional(alertId).orElseThrow(() -> ProblemException.notFound("alert"));
        IfMatch.require(ifMatch, alert.version());
        var now = clock.instant();
        var patientId = currentPatient.of(alert.patientId());
        alert.acknowledge(caller.subject(), reason, now);
        alerts.flush();
        counts.lock(patientId).acknowledged(alert.severity());
        outbox.add(new OutgoingEvent(
                RaiseAlert.TOPIC,
                "care.iop.progress.alert-acknowledged.v1",
                alert.id(),
                alert.version(),
                new AlertAcknowledged(alert.id(), patientId, alert.rule().id(), alert.severity(), reason.name(), now)));
        audit.wrote("Alert", alert.id(), patientId);
        return alert;
    }
}
