package care.iop.scheduling.roster.engine.constraint;

import java.util.stream.Stream;

/** Sessions outside the group belong to the care team. */
final class WithinCareTeam extends Constraint {

    WithinCareTeam() {
        super(Rule.CARE_TEAM, "A client is seen by clinicians of the own care team only.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.visits()
                .filter(v -> !v.client().careTeam().contains(v.clinician().id()))
                .map(v -> counted(
                        view,
                        v.client().id(),
                        1,
                        "Clinician %s holds session %s but is not in the care team of client %s."
                                .formatted(
                                        v.clinician().id(),
                                        v.session().id(),
                                        v.client().id())));
    }
}
