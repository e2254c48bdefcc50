package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** The preferred way of treatment in individual sessions. */
final class IndividualModality extends Constraint {

    IndividualModality() {
        super(
                Rule.IND_MODALITY,
                Level.SOFT,
                "Individual sessions are with a clinician of the preferred modality.",
                Weights::individualModality);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.visits()
                .filter(v -> v.session().kind() == SessionKind.INDIVIDUAL)
                .filter(v -> v.client().preferences().modality() != null)
                .filter(v -> !v.clinician()
                        .modalities()
                        .contains(v.client().preferences().modality()))
                .map(v -> counted(
                        view,
                        v.client().id(),
                        1,
                        "Session %s of client %s is with %s, who lacks the preferred modality %s."
                                .formatted(
                                        v.session().id(),
                                        v.client().id(),
                                        v.clinician().id(),
                                        v.client().preferences().modality())));
    }
}
