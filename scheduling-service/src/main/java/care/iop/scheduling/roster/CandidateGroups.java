package care.iop.scheduling.roster;

import care.iop.scheduling.room.Room;
import care.iop.scheduling.room.RoomType;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.SessionSeries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The groups that the roster of a week may fill: a program's series of group meetings with their meetings of that week. */
final class CandidateGroups {

    private final WeekFrame frame;
    private final List<SessionSeries> all;
    private final Map<UUID, List<Occurrence>> meetings = new HashMap<>();

    /** Of all series of a program those that the roster fills. */
    CandidateGroups(WeekFrame frame, List<SessionSeries> series) {
        this.frame = frame;
        this.all = series.stream().filter(each -> each.kind().isCohort()).toList();
        all.forEach(
                each -> meetings.put(each.id(), each.occurrences(frame.program(), frame.startsOn(), frame.endsOn())));
    }

    List<SessionSeries> all() {
        return all;
    }

    /** The meetings of the week by series. */
    Map<UUID, List<Occurrence>> meetings() {
        return meetings;
    }

    List<Occurrence> meetingsOf(SessionSeries series) {
        return meetings.getOrDefault(series.id(), List.of());
    }

    /** Whether the engine's days hold its meetings. */
    boolean isHeld(SessionSeries series) {
        return meetingsOf(series).stream().allMatch(frame::holds);
    }

    /** Those that meet, that nobody has scheduled in part by hand, and that the engine's days hold. */
    List<SessionSeries> open(BookedWeek booked) {
        return all.stream()
                .filter(each -> !meetingsOf(each).isEmpty())
                .filter(each -> !booked.isPartlyScheduled(each.id()))
                .filter(this::isHeld)
                .toList();
    }

    /** One of them as the engine is told of it. */
    RosterCohort told(SessionSeries series, BookedWeek booked, List<Room> rooms, CurriculumPlan curricula) {
        var capacity = Math.max(1, Math.min(series.capacity(), seats(series, rooms)));
        return new RosterCohort(
                series.id().toString(),
                series.track().name(),
                meetingsOf(series).stream().map(frame::window).toList(),
                capacity,
                Math.min(series.minimumSize(), capacity),
                EngineWords.of(series.gender()),
                series.trauma(),
                EngineWords.of(series.modality()),
                series.tele(),
                booked.facilitatorOf(series.id())
                        .or(series::facilitatorId)
                        .map(UUID::toString)
                        .orElse(null),
                curricula.taughtBy(series),
                series.language().orElse(null));
    }

    /** To the engine the group rooms are alike, so the smallest decides; one chair is the facilitator's. */
    private static int seats(SessionSeries series, List<Room> rooms) {
        return series.tele()
                ? series.capacity()
                : rooms.stream()
                        .filter(room -> room.type() == RoomType.GROUP)
                        .mapToInt(room -> room.capacity() - 1)
                        .min()
                        .orElse(series.capacity());
    }
}
