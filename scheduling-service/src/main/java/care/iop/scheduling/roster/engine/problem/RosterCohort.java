package care.iop.scheduling.roster.engine.problem;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A candidate group with its weekly blocks. It opens when it has a facilitator: {@code facilitatorId} when the program
 * has fixed one, otherwise one that the engine chooses. {@code tele} groups meet by video and need no room.
 *
 * @param modulesByWeek the modules of the curriculum that it teaches, this week first
 * @param language in which it is held when it is for those who speak it, ISO 639-1; absent when it is for everybody
 */
public record RosterCohort(
        String id,
        String trackId,
        List<WeekWindow> slots,
        int capacity,
        int minSize,
        GroupGender gender,
        boolean traumaTrack,
        Modality modality,
        boolean tele,
        @Nullable String facilitatorId,
        List<Set<String>> modulesByWeek,
        @Nullable String language) {

    /** Sorts the blocks; refuses a group without blocks, with blocks that overlap, or with a senseless size. */
    public RosterCohort {
        slots = slots.stream().sorted().toList();
        modulesByWeek = modulesByWeek.stream().map(Set::copyOf).toList();
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("Cohort " + id + " must meet at least once a week.");
        }
        for (int i = 1; i < slots.size(); i++) {
            if (slots.get(i - 1).overlapMinutes(slots.get(i)) > 0) {
                throw new IllegalArgumentException("Cohort %s must not meet twice at once, but has %s and %s."
                        .formatted(id, slots.get(i - 1), slots.get(i)));
            }
        }
        if (capacity < 1 || minSize < 0 || minSize > capacity) {
            throw new IllegalArgumentException(
                    "Cohort %s must seat at least one and its minimum must fit its capacity, but has %d of %d."
                            .formatted(id, minSize, capacity));
        }
    }

    /** A group without a curriculum and without a language of its own. */
    public RosterCohort(
            String id,
            String trackId,
            List<WeekWindow> slots,
            int capacity,
            int minSize,
            GroupGender gender,
            boolean traumaTrack,
            Modality modality,
            boolean tele,
            @Nullable String facilitatorId) {
        this(
                id,
                trackId,
                slots,
                capacity,
                minSize,
                gender,
                traumaTrack,
                modality,
                tele,
                facilitatorId,
                List.of(),
                null);
    }

    /** Whether it is held in a language in which the client can be treated; who was not asked fits those without a special one. */
    public boolean isUnderstoodBy(RosterClient client) {
        return language == null || client.languages().contains(language);
    }

    /** Minutes of all its blocks in a week. */
    public int weeklyMinutes() {
        return slots.stream().mapToInt(WeekWindow::minutes).sum();
    }
}
