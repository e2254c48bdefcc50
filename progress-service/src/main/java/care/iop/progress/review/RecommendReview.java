package care.iop.progress.review;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.ProgressProblem;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at an episode's figures, and recommends a review of its level of care when there is a reason. */
@ApplicationScoped
class RecommendReview {

    static final String DUE = "REVIEW_DUE";
    static final String REQUESTED = "REQUESTED";

    private static final long FIRST_VERSION = 1;

    private final LevelReviews reviews;
    private final ReadFacts readFacts;
    private final ReviewCriteria criteria;
    private final ReviewPolicy policy;
    private final Episodes episodes;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    RecommendReview(
            LevelReviews reviews,
            ReadFacts readFacts,
            ReviewCriteria criteria,
            ReviewPolicy policy,
            Episodes episodes,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.reviews = reviews;
        this.readFacts = readFacts;
        this.criteria = criteria;
        this.policy = policy;
        this.episodes = episodes;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the figures of an episode say now; nothing is stored. */
    List<Finding> findings(EpisodeFacts episode) {
        return criteria.of(readFacts.of(episode, today()));
    }

    /** Recommends a review because somebody asks for one. Refused with 404 without the episode, with 409 after the discharge. */
    @Transactional
    LevelReview request(UUID admissionId) {
        var episode = episodes.factsOf(admissionId).orElseThrow(() -> ProblemException.notFound("episode"));
        if (episode.endedOn() != null) {
            throw new ProblemException(
                    ProgressProblem.EPISODE_ENDED,
                    "The person was discharged on " + episode.endedOn() + ": there is no level to review.");
        }
        var findings = findings(episode);
        var suggestion = ReviewCriteria.suggestion(findings);
        var reasons = new ArrayList<>(reasonsOf(suggestion, findings));
        reasons.add(REQUESTED);
        return recommend(episode, suggestion, reasons, findings, caller.subject());
    }

    /**
     * Recommends a review when the figures speak for a change, ask for attention, or when the last one is long ago; not the
     * same suggestion again too soon.
     */
    Optional<LevelReview> recommendIfCalledFor(EpisodeFacts episode) {
        var findings = findings(episode);
        var suggestion = ReviewCriteria.suggestion(findings);
        var last = reviews.newest(episode.admissionId());
        var lastOn = last.map(review -> LocalDate.ofInstant(review.recommendedAt(), policy.zone()));
        var reasons = new ArrayList<>(reasonsOf(suggestion, findings));
        if (!lastOn.orElse(episode.levelSince()).plus(policy.reviewEvery()).isAfter(today())) {
            reasons.add(DUE);
        } else if (reasons.isEmpty() || isRepeated(last, lastOn, suggestion)) {
            return Optional.empty();
        }
        return Optional.of(recommend(episode, suggestion, reasons, findings, null));
    }

    private boolean isRepeated(Optional<LevelReview> last, Optional<LocalDate> lastOn, Suggestion suggestion) {
        return last.isPresent()
                && lastOn.isPresent()
                && last.get().suggestion() == suggestion
                && lastOn.get().plus(policy.repeatAfter()).isAfter(today());
    }

    /** The criteria that speak for the suggestion, and those that ask for attention. */
    private static List<String> reasonsOf(Suggestion suggestion, List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isMet)
                .filter(found -> switch (found.direction()) {
                    case STEP_UP -> suggestion == Suggestion.STEP_UP;
                    case STEP_DOWN -> suggestion == Suggestion.STEP_DOWN;
                    case ATTENTION -> true;
                })
                .map(Finding::code)
                .toList();
    }

    private LevelReview recommend(
            EpisodeFacts episode,
            Suggestion suggestion,
            List<String> reasons,
            List<Finding> findings,
            @Nullable String requestedBy) {
        Instant now = clock.instant();
        var review = new LevelReview(
                ids.next(), episode.admissionId(), suggestion, List.copyOf(reasons), findings, requestedBy, now);
        reviews.persistAndFlush(review);
        outbox.add(new OutgoingEvent(
                ReviewRecommended.TOPIC,
                ReviewRecommended.TYPE,
                review.id(),
                FIRST_VERSION,
                new ReviewRecommended(
                        review.id(), episode.patientId(), episode.admissionId(), suggestion, review.reasons(), now)));
        audit.wrote("LevelReview", review.id(), episode.patientId());
        return review;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(policy.zone()));
    }
}
