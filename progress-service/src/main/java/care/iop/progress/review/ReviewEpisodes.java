package care.iop.progress.review;

import care.iop.progress.episode.Episodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Lets the criteria look at everybody in treatment of one organization, a page of episodes at a time. */
@ApplicationScoped
class ReviewEpisodes {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 100;

    private final Episodes episodes;
    private final RecommendReview recommendReview;
    private final EntityManager entities;

    ReviewEpisodes(Episodes episodes, RecommendReview recommendReview, EntityManager entities) {
        this.episodes = episodes;
        this.recommendReview = recommendReview;
        this.entities = entities;
    }

    /** Where the first page begins. */
    static UUID beginning() {
        return FIRST;
    }

    /** Looks at the episodes after this one; returns the last one looked at, or the same when there are no more. */
    @Transactional
    UUID look(UUID after) {
        var last = after;
        // Held until the end: another instance that looks at the same time passes over them.
        for (var episode : episodes.takeActive(after, PAGE)) {
            recommendReview.recommendIfCalledFor(episode);
            entities.flush();
            entities.clear();
            last = episode.admissionId();
        }
        return last;
    }
}
