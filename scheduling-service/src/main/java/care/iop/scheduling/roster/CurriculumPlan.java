package care.iop.scheduling.roster;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.roster.engine.problem.CurriculumNeed;
import care.iop.scheduling.session.CurriculumModule;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.SessionSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which modules of their curricula clients still need before their stay is planned to end, and what the groups teach until then.
 * A client needs what the groups teach that the client has begun; who has begun none, or whose end is open or far, needs nothing
 * in particular.
 */
final class CurriculumPlan {

    /** Longer stays see every curriculum come round. */
    private static final int MOST_WEEKS = 26;

    private final WeekFrame frame;
    private final Map<UUID, CurriculumNeed> needs = new HashMap<>();
    private final int weeks;

    CurriculumPlan(WeekFrame frame, CandidateGroups groups, Collection<Enrollment> clients, ClientFacts facts) {
        this.frame = frame;
        var modules = new HashMap<UUID, List<String>>();
        groups.all().forEach(series -> series.curriculum()
                .ifPresent(taught -> modules.put(
                        series.id(),
                        taught.modules().stream().map(CurriculumModule::code).toList())));
        for (var client : clients) {
            var progress = facts.curricula().get(client.id());
            int left = client.plannedEndOn().map(frame::weeksUntil).orElse(MOST_WEEKS + 1);
            if (progress != null && left <= MOST_WEEKS) {
                var open = new HashSet<String>();
                progress.begun().forEach(series -> open.addAll(modules.getOrDefault(series, List.of())));
                open.removeAll(progress.had());
                if (!open.isEmpty()) {
                    needs.put(client.id(), new CurriculumNeed(open, left));
                }
            }
        }
        this.weeks = needs.values().stream()
                .mapToInt(CurriculumNeed::weeksLeft)
                .max()
                .orElse(0);
    }

    /** What a client still needs. */
    CurriculumNeed of(UUID client) {
        return needs.getOrDefault(client, CurriculumNeed.NONE);
    }

    /** What a group teaches week by week, this one first, for as long as anybody needs something. */
    List<Set<String>> taughtBy(SessionSeries series) {
        if (weeks == 0 || series.curriculum().isEmpty()) {
            return List.of();
        }
        var taught = new ArrayList<Set<String>>();
        for (int week = 0; week < weeks; week++) {
            taught.add(new HashSet<>());
        }
        var last = frame.endsOn().plusWeeks(weeks - 1L);
        for (Occurrence meeting : series.occurrences(frame.program(), frame.startsOn(), last)) {
            var code = meeting.moduleCode();
            if (code != null) {
                taught.get(frame.weeksUntil(meeting.sessionOn()) - 1).add(code);
            }
        }
        return taught;
    }
}
