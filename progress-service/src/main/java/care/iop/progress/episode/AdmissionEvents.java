package care.iop.progress.episode;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from intake that a person was admitted, goes on at another level or dose, or was discharged. */
@ApplicationScoped
class AdmissionEvents implements EventListener {

    static final String TOPIC = "intake.admission.v1";
    static final String ADMITTED = "care.iop.intake.patient-admitted.v1";
    static final String LEVEL_CHANGED = "care.iop.intake.level-of-care-changed.v1";
    static final String DISCHARGED = "care.iop.intake.patient-discharged.v1";

    private final Episodes episodes;

    AdmissionEvents(Episodes episodes) {
        this.episodes = episodes;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case ADMITTED -> episodes.begin(event.subject(), event.version(), event.data(PatientAdmitted.class));
            case LEVEL_CHANGED -> episodes.goOn(event.subject(), event.version(), event.data(LevelOfCareChanged.class));
            case DISCHARGED -> episodes.end(event.subject(), event.version(), event.data(PatientDischarged.class));
            default -> {
                // Other facts of a stay change nothing here.
            }
        }
    }
}
