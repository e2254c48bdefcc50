package care.iop.progress.plan;

import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds plans for features that tell others of them. Who may be told is theirs to know. */
@ApplicationScoped
public class PlansOfCare {

    private final Episodes episodes;
    private final PlanRevisions revisions;

    PlansOfCare(Episodes episodes, PlanRevisions revisions) {
        this.episodes = episodes;
        this.revisions = revisions;
    }

    /** The plan of an admission; empty when none is, or at its end was, in force. */
    public Optional<PlanOfCare> find(UUID admissionId) {
        return episodes.factsOf(admissionId).flatMap(this::plan);
    }

    /** A person's plans, one for each admission that has one, in order of admission. */
    public List<PlanOfCare> of(UUID patientId) {
        return episodes.ofPatient(patientId).stream()
                .flatMap(episode -> plan(episode).stream())
                .toList();
    }

    private Optional<PlanOfCare> plan(EpisodeFacts episode) {
        return revisions.inForceOrEnded(episode.admissionId()).map(revision -> plan(episode, revision));
    }

    private PlanOfCare plan(EpisodeFacts episode, PlanRevision revision) {
        var content = revision.content();
        var notes = revisions.notesOf(episode.admissionId());
        var problems = new ArrayList<String>();
        var objectives = new ArrayList<PlanOfCare.Objective>();
        for (var problem : content.problems()) {
            problems.add(problem.statement().text());
            for (var goal : problem.goals()) {
                for (var objective : goal.objectives()) {
                    objectives.add(objective(
                            goal,
                            objective,
                            notes.stream()
                                    .filter(note -> note.objectiveKey().equals(objective.key()))
                                    .toList()));
                }
            }
        }
        return new PlanOfCare(
                episode.admissionId(),
                episode.patientId(),
                revision.number(),
                revision.requireInForceAt(),
                revision.closedAt(),
                problems,
                objectives,
                content.prescription().sessions().stream()
                        .map(sessions -> new PlanOfCare.Sessions(
                                sessions.kind().name(), sessions.minutes(), sessions.timesPerWeek()))
                        .toList());
    }

    private static PlanOfCare.Objective objective(
            PlanContent.Goal goal, PlanContent.Objective objective, List<ObjectiveProgress> notes) {
        var last = notes.isEmpty() ? null : notes.get(notes.size() - 1);
        return new PlanOfCare.Objective(
                objective.key(),
                goal.statement().text(),
                objective.statement().text(),
                objective.targetOn(),
                last == null ? ObjectiveStatus.IN_PROGRESS : last.status(),
                last == null ? null : last.recordedAt(),
                notes.size());
    }
}
