package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Working patterns and time off of clinicians. */
final class WithinClinicianHours extends Constraint {

    WithinClinicianHours() {
        super(Rule.CLINICIAN_HOURS, "A clinician works only in the own working hours.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clinicians().flatMap(clinician -> view.engagementsOf(clinician).stream()
                .filter(when -> !clinician.availability().covers(when))
                .map(when -> hourly(
                        view,
                        clinician.id(),
                        clinician.availability().minutesOutside(when),
                        "Clinician %s does not work for all of %s.".formatted(clinician.id(), when))));
    }
}
