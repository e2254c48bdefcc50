package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** No room is given away twice. */
final class NoRoomOverlap extends Constraint {

    NoRoomOverlap() {
        super(Rule.ROOM_OVERLAP, "A room is used for one thing at a time.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        Map<String, List<WeekWindow>> uses = new TreeMap<>();
        view.visits().forEach(v -> {
            if (v.room() != null && !v.client().telehealth()) {
                uses.computeIfAbsent(v.room().id(), id -> new ArrayList<>()).add(v.when());
            }
        });
        view.openGroups().filter(g -> !g.cohort().tele()).forEach(g -> {
            List<WeekWindow> blocks = g.cohort().slots();
            for (int i = 0; i < Math.min(blocks.size(), g.rooms().size()); i++) {
                uses.computeIfAbsent(g.rooms().get(i).id(), id -> new ArrayList<>())
                        .add(blocks.get(i));
            }
        });
        return uses.entrySet().stream()
                .flatMap(use -> Overlaps.among(use.getValue().stream().sorted().toList())
                        .map(overlap -> hourly(
                                view,
                                use.getKey(),
                                overlap.minutes(),
                                "Room %s is used for %s and %s at once."
                                        .formatted(use.getKey(), overlap.first(), overlap.second()))));
    }
}
