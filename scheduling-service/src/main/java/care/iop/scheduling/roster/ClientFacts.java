package care.iop.scheduling.roster;

import care.iop.scheduling.authorization.AuthorizedWeek;
import care.iop.scheduling.curriculum.CurriculumProgress;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What else is known of clients than their enrollments say, by enrollment; who is absent has nothing of the kind.
 *
 * @param noContact whom each must never meet
 * @param authorized what payers still allow of the week
 * @param curricula how far those are with their groups' curricula whose stay has a planned end
 * @param weekendCheckInMinutes a Saturday or Sunday with no more is a check-in and counts as no day of treatment
 */
record ClientFacts(
        Map<UUID, Set<UUID>> noContact,
        Map<UUID, AuthorizedWeek> authorized,
        Map<UUID, CurriculumProgress> curricula,
        int weekendCheckInMinutes) {}
