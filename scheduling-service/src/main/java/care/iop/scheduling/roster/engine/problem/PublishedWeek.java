package care.iop.scheduling.roster.engine.problem;

/**
 * What has been told to everybody about this week. A new roster is priced by what it changes of it, and what begins before
 * the end of the notice does not move.
 *
 * @param roster as published; what it says of clients, cohorts and sessions that are gone is passed over
 * @param noticeUntilMinute minutes since Monday midnight up to which it is too late for changes (now and 24 hours), 0 when
 *     changes are forced or the week is far away; see {@link #isWithinNotice}
 */
public record PublishedWeek(Roster roster, int noticeUntilMinute) {

    private static final int DAY_MINUTES = 1440;

    /** Refuses a moment before the week. */
    public PublishedWeek {
        if (noticeUntilMinute < 0) {
            throw new IllegalArgumentException(
                    "The notice can't end before the week begins, but ends at minute " + noticeUntilMinute + ".");
        }
    }

    /** A published week in which everything may still move. */
    public static PublishedWeek of(Roster roster) {
        return new PublishedWeek(roster, 0);
    }

    /** Whether it begins too soon to be moved. */
    public boolean isWithinNotice(WeekWindow when) {
        return (when.day().getValue() - 1) * DAY_MINUTES + when.startMinute() < noticeUntilMinute;
    }

    /** Whether a group meets too soon for its members and its facilitator to change. */
    public boolean isWithinNotice(RosterCohort cohort) {
        return cohort.slots().stream().anyMatch(this::isWithinNotice);
    }

    /** Whether the client could still have the session as published, all others apart. */
    public static boolean isStillPossible(RosterProblem problem, RosterClient client, PlacedSession placed) {
        return client.availability().covers(placed.when())
                && client.careTeam().contains(placed.clinicianId())
                && client.sessions().stream()
                        .anyMatch(session -> session.id().equals(placed.sessionId())
                                && session.minutes() == placed.when().minutes()
                                && clinician(problem, placed.clinicianId(), session.kind(), client, placed.when()))
                && (client.telehealth() || hasRoom(problem, placed));
    }

    private static boolean clinician(
            RosterProblem problem, String id, SessionKind kind, RosterClient client, WeekWindow when) {
        return problem.clinicians().stream()
                .anyMatch(each -> each.id().equals(id)
                        && each.mayHold(kind, client)
                        && each.availability().covers(when));
    }

    private static boolean hasRoom(RosterProblem problem, PlacedSession placed) {
        return placed.roomId() == null
                || problem.rooms().stream()
                        .anyMatch(room -> room.id().equals(placed.roomId()) && room.type() == RoomType.OFFICE);
    }

    /** Whether the clinician could still lead the group as published, all others apart. */
    public static boolean isStillPossible(RosterProblem problem, RosterCohort cohort, String facilitatorId) {
        return (cohort.facilitatorId() == null || cohort.facilitatorId().equals(facilitatorId))
                && problem.clinicians().stream()
                        .anyMatch(each -> each.id().equals(facilitatorId)
                                && each.mayFacilitate(cohort)
                                && cohort.slots().stream().allMatch(each.availability()::covers));
    }

    /** Whether the client could still be in the group as published, all others apart. */
    public static boolean isStillPossible(RosterCohort cohort, RosterClient client) {
        return client.needsGroup()
                && cohort.gender().admits(client.gender())
                && (!cohort.traumaTrack() || client.trauma())
                && cohort.tele() == client.teleOnly()
                && cohort.isUnderstoodBy(client)
                && cohort.slots().stream().allMatch(client.availability()::covers);
    }
}
