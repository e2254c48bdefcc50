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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives an alert to somebody, and notes what came of it. */
@ApplicationScoped
class FollowUpAlert {

    private final Alerts alerts;
    private final CurrentPatient currentPatient;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Clock clock;

    FollowUpAlert(
            Alerts alerts,
            CurrentPatient currentPatient,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Clock clock) {
        this.alerts = alerts;
        this.currentPatient = currentPatient;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Assigns it, to the caller when {@code to} is null; {@code ifMatch} must name its present version. */
    @Transactional
    Alert assign(UUID alertId, @Nullable String ifMatch, @Nullable String to) {
        var alert = require(alertId, ifMatch);
        alert.assign(Objects.requireNonNullElseGet(to, caller::subject), clock.instant());
        return keep(alert);
    }

    /** Notes the outcome; {@code ifMatch} must name its present version. */
    @Transactional
    Alert conclude(UUID alertId, @Nullable String ifMatch, AlertOutcome outcome) {
        var alert = require(alertId, ifMatch);
        var now = clock.instant();
        alert.conclude(caller.subject(), outcome, now);
        keep(alert);
        outbox.add(new OutgoingEvent(
                RaiseAlert.TOPIC,
                "care.iop.progress.alert-outcome-recorded.v1",
                alert.id(),
                alert.version(),
                new AlertOutcomeRecorded(
                        alert.id(),
                        currentPatient.of(alert.patientId()),
                        alert.rule().id(),
                        alert.severity(),
                        outcome.name(),
                        now)));
        return alert;
    }

    private Alert require(UUID alertId, @Nullable String ifMatch) {
        var alert = alerts.findByIdOptional(alertId).orElseThrow(() -> ProblemException.notFound("alert"));
        IfMatch.require(ifMatch, alert.version());
        return alert;
    }

    private Alert keep(Alert alert) {
        alerts.flush();
        audit.wrote("Alert", alert.id(), currentPatient.of(alert.patientId()));
        return alert;
    }
}
