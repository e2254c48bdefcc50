package care.iop.progress.alert;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Escalates the alerts of one organization that nobody answered in time. They stay open. */
@ApplicationScoped
class EscalateAlerts {

    private static final int AT_ONCE = 100;

    private final Alerts alerts;
    private final AlertClocks clocks;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Clock clock;

    EscalateAlerts(Alerts alerts, AlertClocks clocks, Outbox outbox, AccessAudit audit, Clock clock) {
        this.alerts = alerts;
        this.clocks = clocks;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends the quiet of those that have waited, and escalates those that are due, at most {@value #AT_ONCE}; returns how many. */
    @Transactional
    int escalateDue() {
        var now = clock.instant();
        alerts.endQuiet(now);
        var due = alerts.takeDue(now, AT_ONCE);
        for (var alert : due) {
            alert.escalate(now, clocks);
            alerts.flush();
            outbox.add(new OutgoingEvent(
                    RaiseAlert.TOPIC,
                    "care.iop.progress.alert-escalated.v1",
                    alert.id(),
                    alert.version(),
                    new AlertEscalated(
                            alert.id(),
                            alert.patientId(),
                            alert.rule().id(),
                            alert.severity(),
                            alert.escalations(),
                            now)));
            audit.wrote("Alert", alert.id(), alert.patientId());
        }
        return due.size();
    }
}
