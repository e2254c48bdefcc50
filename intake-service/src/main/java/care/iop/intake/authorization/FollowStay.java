package care.iop.intake.authorization;

import care.iop.chassis.audit.AccessAudit;
import care.iop.intake.admission.StayChanged;
import care.iop.intake.admission.Stays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Gives what was authorized before the admission to the stay that begins, and forecasts anew when a stay changes. */
@ApplicationScoped
class FollowStay {

    private final Authorizations authorizations;
    private final Stays stays;
    private final ToForecast toForecast;
    private final AccessAudit audit;
    private final Clock clock;

    FollowStay(Authorizations authorizations, Stays stays, ToForecast toForecast, AccessAudit audit, Clock clock) {
        this.authorizations = authorizations;
        this.stays = stays;
        this.toForecast = toForecast;
        this.audit = audit;
        this.clock = clock;
    }

    void on(@Observes StayChanged changed) {
        var stay = stays.find(changed.admissionId()).orElseThrow();
        if (stay.dischargedOn() == null) {
            for (var waiting : authorizations.awaitingStay(changed.patientId(), stay.admittedOn())) {
                waiting.belongTo(stay.admissionId(), clock.instant());
                audit.wrote("Authorization", waiting.id(), waiting.patientId());
            }
        }
        toForecast.add(changed.admissionId());
    }
}
