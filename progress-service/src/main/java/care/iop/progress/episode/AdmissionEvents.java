package care.iop.progress.episode;

import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from intake that a person was admitted. */
@ApplicationScoped
class AdmissionEvents implements EventListener {

    private static final String ADMITTED = "care.iop.intake.patient-admitted.v1";

    private final Episodes episodes;

    AdmissionEvents(Episodes episodes) {
        this.episodes = episodes;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intake.admission.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        if (event.type().equals(ADMITTED)) {
            episodes.project(event.subject(), event.version(), event.data(PatientAdmitted.class));
        }
    }
}
