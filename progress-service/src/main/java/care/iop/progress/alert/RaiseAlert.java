package care.iop.progress.alert;

import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Raises an alert, unless one that says at least as much is already waiting for a human. */
@ApplicationScoped
public class RaiseAlert {

    static final String TOPIC = "progress.alert.v1";

    /** One rule raises one patient's alert once in this time, unless it becomes more severe (the suite's alert policy). */
    static final Duration REPEATED_WITHIN = Duration.ofHours(24);

    private final Alerts alerts;
    private final AlertClocks clocks;
    private final OpenAlertCounts counts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    RaiseAlert(Alerts alerts, AlertClocks clocks, OpenAlertCounts counts, Outbox outbox, Ids ids, Clock clock) {
        this.alerts = alerts;
        this.clocks = clocks;
        this.counts = counts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises an alert in the caller's transaction. Nothing happens when an alert of the same rule and patient, of the same
     * or a higher severity, was raised within 24 hours and is still open; one that is acknowledged, or whose answers were
     * corrected, never hides a new finding.
     */
    @Transactional(TxType.MANDATORY)
    public void raise(Finding finding) {
        var open = counts.lock(finding.patientId());
        var now = clock.instant();
        var waiting = alerts.openSince(finding.rule(), finding.patientId(), now.minus(REPEATED_WITHIN));
        if (waiting.stream().anyMatch(severity -> severity.isAtLeast(finding.severity()))) {
            return;
        }
        keep(finding, now, open);
    }

    /**
     * Raises an alert about a state that lasts, in the caller's transaction. Nothing happens while an alert of the same rule
     * and patient, of the same or a higher severity, is open, however old, or when one was raised after {@code since}.
     */
    @Transactional(TxType.MANDATORY)
    public void raiseStanding(Finding finding, Instant since) {
        var open = counts.lock(finding.patientId());
        if (!alerts.standsSince(finding.rule(), finding.severity(), finding.patientId(), since)) {
            keep(finding, clock.instant(), open);
        }
    }

    private void keep(Finding finding, Instant now, OpenAlerts open) {
        var alert = new Alert(ids.next(), finding, now, clocks);
        alerts.persist(alert);
        open.raised(alert.severity());
        outbox.add(new OutgoingEvent(
                TOPIC, "care.iop.progress.alert-raised.v1", alert.id(), alert.version(), AlertRaised.of(alert)));
    }
}
