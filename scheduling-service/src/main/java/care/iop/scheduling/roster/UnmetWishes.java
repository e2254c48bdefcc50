package care.iop.scheduling.roster;

import care.iop.scheduling.roster.RosterOutcome.Wish;
import care.iop.scheduling.roster.engine.Compromise;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Match;
import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.constraint.Score;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells which wishes of clients a roster does not meet, what each costs, and why the engine did not meet it. */
final class UnmetWishes {

    /** What a week changes of the published one is told as changes: nobody wishes for it. */
    private static final Set<Rule> CHANGES =
            EnumSet.of(Rule.COHORT_CHANGED, Rule.FACILITATOR_CHANGED, Rule.SESSION_MOVED, Rule.CLINICIAN_CHANGED);

    private record Subject(String clientId, Rule rule) {}

    private final PlainNames names;
    private final Map<Subject, Queue<Compromise>> reasons = new HashMap<>();

    UnmetWishes(PlainNames names, List<Compromise> compromises) {
        this.names = names;
        compromises.forEach(each -> reasons.computeIfAbsent(
                        new Subject(each.clientId(), each.wish()), subject -> new ArrayDeque<>())
                .add(each));
    }

    /** The wishes among these matches, of these clients. */
    List<Wish> of(Set<String> clients, List<Match> matches) {
        return matches.stream()
                .filter(match -> match.level() == Level.SOFT && !CHANGES.contains(match.rule()))
                .filter(match -> clients.contains(match.subjectId()))
                .map(this::wish)
                .toList();
    }

    private Wish wish(Match match) {
        return new Wish(
                UUID.fromString(match.subjectId()),
                match.rule(),
                match.quarterPoints() / (double) Score.QUARTERS,
                names.say(match.explanation()),
                why(match));
    }

    /** Several wishes of one kind have as many reasons, in the same order: that of the client's sessions. */
    private @Nullable String why(Match match) {
        var queue = reasons.get(new Subject(match.subjectId(), match.rule()));
        var compromise = queue == null ? null : queue.poll();
        if (compromise == null) {
            return null;
        }
        var nearest = compromise.nearestAlternative();
        return names.say(nearest == null ? compromise.reason() : compromise.reason() + " " + nearest);
    }
}
