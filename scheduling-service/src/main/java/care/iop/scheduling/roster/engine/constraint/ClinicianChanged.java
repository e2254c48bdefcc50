package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** A session keeps its clinician. */
final class ClinicianChanged extends Constraint {

    ClinicianChanged() {
        super(
                Rule.CLINICIAN_CHANGED,
                Level.SOFT,
                "A published session at its published time keeps its clinician.",
                Weights::clinicianChanged);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.publishedSessions()
                .filter(each -> each.now() != null
                        && each.now().when().equals(each.published().when())
                        && !each.now().clinicianId().equals(each.published().clinicianId()))
                .map(each -> counted(
                        view,
                        each.client().id(),
                        1,
                        "Session %s of client %s changes from clinician %s."
                                .formatted(
                                        each.published().sessionId(),
                                        each.client().id(),
                                        each.published().clinicianId())));
    }
}
