package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Handover;
import care.iop.scheduling.roster.RosterOutcome.ScoreByConstraint;
import care.iop.scheduling.roster.RosterOutcome.Unplaced;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.roster.WeekBoard.Meeting;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.constraint.Rule;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what was changed on the board of a week as a draft against what is published. */
final class ReplanDraft {

    private final RosterWeek week;
    private final ReplanSubject subject;
    private final WeekBoard board;
    private final Map<UUID, Meeting> before;
    private final Set<UUID> left;
    private final Map<UUID, List<Appointment>> joined;
    private final Set<UUID> lost;

    /**
     * @param before the meetings as they were
     * @param left bookings that are given up
     * @param joined by client, meetings of groups that are new
     * @param lost meetings that don't take place
     */
    ReplanDraft(
            RosterWeek week,
            ReplanSubject subject,
            WeekBoard board,
            Map<UUID, Meeting> before,
            Set<UUID> left,
            Map<UUID, List<Appointment>> joined,
            Set<UUID> lost) {
        this.week = week;
        this.subject = subject;
        this.board = board;
        this.before = before;
        this.left = left;
        this.joined = joined;
        this.lost = lost;
    }

    /**
     * The draft.
     *
     * @param changed clients whose sessions alone are not where they were
     * @param open what has no place
     */
    RosterOutcome told(Set<UUID> changed, List<Unplaced> open) {
        var unplaced = new ArrayList<>(open);
        Set<UUID> concerned = new TreeSet<>(changed);
        concerned.addAll(joined.keySet());
        for (var booking : week.published().bookings()) {
            if (lost.contains(booking.sessionId())) {
                concerned.add(booking.enrollmentId());
                unplaced.add(lostMeeting(booking));
            }
            if (left.contains(booking.id())) {
                concerned.add(booking.enrollmentId());
            }
        }
        var weeks = concerned.stream().map(this::week).toList();
        var decided = new RosterOutcome(
                weeks, List.of(), List.copyOf(unplaced), List.of(), noScore(), 0, List.of(), List.of());
        var draft = Draft.against(week.published(), decided);
        Map<UUID, Handover> handovers = new LinkedHashMap<>();
        draft.handovers().forEach(handover -> handovers.put(handover.sessionId(), handover));
        for (var meeting : board.meetings()) {
            var former = Objects.requireNonNull(before.get(meeting.sessionId()));
            if (!lost.contains(meeting.sessionId()) && !meeting.equals(former)) {
                handovers.put(
                        meeting.sessionId(),
                        new Handover(
                                meeting.sessionId(),
                                former.clinician(),
                                meeting.clinician(),
                                former.room(),
                                meeting.room()));
            }
        }
        return new RosterOutcome(
                draft.weeks(),
                draft.alreadyBooked(),
                draft.unassigned(),
                draft.warnings(),
                draft.score(),
                0,
                List.copyOf(handovers.values()),
                List.of());
    }

    private Unplaced lostMeeting(Booking booking) {
        var meeting = Objects.requireNonNull(before.get(booking.sessionId()));
        var noRoom = subject.roomId() != null;
        return new Unplaced(
                booking.enrollmentId(),
                booking.kind(),
                booking.time().plannedMinutes(),
                new TreeSet<>(Set.of(noRoom ? Rule.GROUP_ROOM_CAPACITY : Rule.FACILITATOR_CREDENTIAL)),
                noRoom
                        ? "No other group room is free %s for %s."
                                .formatted(meeting.when(), week.names().series(meeting.seriesId()))
                        : "Nobody else who may lead %s is free %s."
                                .formatted(week.names().series(meeting.seriesId()), meeting.when()),
                noRoom
                        ? "It would take place by video, or in a room that is freed then."
                        : "It would take place if a clinician with the group's credential were freed then; make-up sessions keep the week's hours.");
    }

    private static ScoreByConstraint noScore() {
        return new ScoreByConstraint(0, 0, 0, List.of());
    }

    private Week week(UUID clientId) {
        var client = Objects.requireNonNull(week.clients().get(clientId.toString()), "concerned clients are read");
        var appointments = new ArrayList<Appointment>(joined.getOrDefault(clientId, List.of()));
        UUID series = appointments.isEmpty() ? null : appointments.get(0).seriesId();
        for (var booking : week.published().treatmentOf(clientId)) {
            var session = week.published().sessionOf(booking);
            var meeting = session.seriesId().orElse(null);
            var given = lost.contains(session.id())
                    || left.contains(booking.id())
                    || (joined.containsKey(clientId) && subject.decidedAnew());
            if (meeting != null && !given) {
                series = meeting;
                var now = board.meeting(session.id());
                appointments.add(appointment(booking, meeting, now.clinician(), now.room()));
            } else if (meeting == null && WeekBoard.isExcused(booking)) {
                var place = session.place();
                appointments.add(appointment(booking, null, place.clinicianId(), place.roomId()));
            }
        }
        board.visitsOf(clientId).forEach(visit -> appointments.add(appointment(visit)));
        appointments.sort(Comparator.comparing(Appointment::startsAt));
        return new Week(
                clientId,
                client.patientId(),
                series,
                appointments.stream().mapToInt(Appointment::minutes).sum(),
                (int) appointments.stream()
                        .map(Appointment::sessionOn)
                        .distinct()
                        .count(),
                appointments,
                List.of());
    }

    private static Appointment appointment(
            Booking booking, @Nullable UUID series, @Nullable UUID clinician, @Nullable UUID room) {
        var time = booking.time();
        return new Appointment(
                booking.kind(),
                series,
                time.sessionOn(),
                time.startsAt().atZone(ZoneId.of(time.zone())).toLocalTime(),
                time.startsAt(),
                time.endsAt(),
                time.zone(),
                clinician,
                room,
                null);
    }

    private Appointment appointment(Visit visit) {
        var day = week.weekStartingOn().plusDays(visit.when().day().getValue() - 1L);
        var start = ZonedDateTime.of(day, visit.when().startTime(), week.zone());
        return new Appointment(
                visit.kind(),
                null,
                day,
                start.toLocalTime(),
                start.toInstant(),
                start.toInstant().plus(Duration.ofMinutes(visit.when().minutes())),
                week.zone().getId(),
                visit.clinician(),
                visit.room(),
                null);
    }
}
