package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** The therapeutic relationship. */
final class Continuity extends Constraint {

    Continuity() {
        super(Rule.CONTINUITY, Level.SOFT, "Individual sessions are with the primary therapist.", Weights::continuity);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.visits()
                .filter(v -> v.session().kind() == SessionKind.INDIVIDUAL)
                .filter(v -> v.client().primaryTherapistId() != null)
                .filter(v -> !v.clinician().id().equals(v.client().primaryTherapistId()))
                .map(v -> counted(
                        view,
                        v.client().id(),
                        1,
                        "Session %s of client %s is with %s instead of the primary therapist."
                                .formatted(
                                        v.session().id(),
                                        v.client().id(),
                                        v.clinician().id())));
    }
}
