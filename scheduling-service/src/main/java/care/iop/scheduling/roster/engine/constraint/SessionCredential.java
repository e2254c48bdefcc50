package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** The right entitlement for each kind of session. */
final class SessionCredential extends Constraint {

    SessionCredential() {
        super(
                Rule.CREDENTIAL,
                "A session is held by a clinician with its credential; a trauma client's individual session by a"
                        + " trauma-informed one.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.visits()
                .filter(v -> !v.clinician().mayHold(v.session().kind(), v.client()))
                .map(v -> counted(
                        view,
                        v.client().id(),
                        1,
                        "Clinician %s lacks what the %s session %s of client %s needs."
                                .formatted(
                                        v.clinician().id(),
                                        v.session().kind(),
                                        v.session().id(),
                                        v.client().id())));
    }
}
