package care.iop.progress.alert;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.progress.alert.rule.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Looks at the alerts of a record again after what it says was corrected. It marks them; only a human ends them. */
@ApplicationScoped
public class ReconsiderAlerts {

    private final Alerts alerts;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Clock clock;

    ReconsiderAlerts(Alerts alerts, Outbox outbox, AccessAudit audit, Clock clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Marks, in the caller's transaction, the alerts that a record raised and that the rules do not find any more.
     *
     * @param sourceIds all versions of the record
     * @param found what the rules find now
     * @return what of it no alert of the record stands for, of the same rule and at least the same severity
     */
    @Transactional(TxType.MANDATORY)
    public List<Verdict> reconsider(List<UUID> sourceIds, List<Verdict> found) {
        var now = clock.instant();
        var raised = alerts.ofSources(sourceIds);
        raised.stream()
                .filter(alert -> !alert.isSourceCorrected()
                        && found.stream().noneMatch(verdict -> verdict.rule() == alert.rule()))
                .forEach(alert -> mark(alert, now));
        return found.stream()
                .filter(verdict -> raised.stream()
                        .noneMatch(alert -> alert.rule() == verdict.rule()
                                && !alert.isSourceCorrected()
                                && alert.severity().isAtLeast(verdict.severity())))
                .toList();
    }

    private void mark(Alert alert, Instant now) {
        alert.sourceCorrected(now);
        alerts.flush();
        outbox.add(new OutgoingEvent(
                RaiseAlert.TOPIC,
                "care.iop.progress.alert-source-corrected.v1",
                alert.id(),
                alert.version(),
                new AlertSourceCorrected(
                        alert.id(), alert.patientId(), alert.rule().id(), alert.severity(), alert.sourceId(), now)));
        audit.wrote("Alert", alert.id(), alert.patientId());
    }
}
