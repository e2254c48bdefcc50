package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.RosterTrack;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Morning, afternoon or evening as the client prefers, for single sessions. */
final class SessionTrack extends Constraint {

    SessionTrack() {
        super(
                Rule.SESSION_TRACK,
                Level.SOFT,
                "Sessions lie in the hours of the preferred track.",
                Weights::sessionTrack);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        Map<String, RosterTrack> tracks =
                view.problem().tracks().stream().collect(Collectors.toMap(RosterTrack::id, Function.identity()));
        return view.visits()
                .filter(v -> {
                    String preferred = v.client().preferences().trackId();
                    RosterTrack track = preferred == null ? null : tracks.get(preferred);
                    return track != null && !track.covers(v.when());
                })
                .map(v -> counted(
                        view,
                        v.client().id(),
                        1,
                        "Session %s of client %s, %s, is outside the preferred track."
                                .formatted(v.session().id(), v.client().id(), v.when())));
    }
}
