package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** No two sessions or groups of a clinician at once. */
final class NoClinicianOverlap extends Constraint {

    NoClinicianOverlap() {
        super(Rule.CLINICIAN_OVERLAP, "A clinician does one thing at a time.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clinicians().flatMap(clinician -> Overlaps.among(view.engagementsOf(clinician))
                .map(overlap -> hourly(
                        view,
                        clinician.id(),
                        overlap.minutes(),
                        "Clinician %s has %s and %s at once."
                                .formatted(clinician.id(), overlap.first(), overlap.second()))));
    }
}
