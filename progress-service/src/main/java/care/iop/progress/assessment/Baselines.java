package care.iop.progress.assessment;

import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** Finds the result that stands for the beginning of an episode. */
@ApplicationScoped
class Baselines {

    /** How long after the admission a first result still is of the beginning; the suite's own policy. */
    private static final Period WITHIN = Period.ofDays(7);

    private final Episodes episodes;
    private final AssessmentResults results;

    Baselines(Episodes episodes, AssessmentResults results) {
        this.episodes = episodes;
        this.results = results;
    }

    /** The first complete result of the same instrument in the same episode, up to 7 days after the admission. */
    Optional<AssessmentResult> of(AssessmentResult result) {
        return Optional.ofNullable(result.admissionId()).flatMap(admission -> episodes.admittedOn(admission)
                .flatMap(admittedOn -> results.firstComplete(
                        result.patientId(),
                        admission,
                        result.instrument(),
                        admittedOn
                                .plus(WITHIN)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())));
    }
}
