package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Handover;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets what was decided against what is published. A session of the same kind at the same time stays what it is and its seat is
 * kept, also when another clinician or another room takes it over; everything else is given up and booked anew.
 */
final class Draft {

    private final PublishedWeek published;
    private final Map<UUID, Handover> handovers = new LinkedHashMap<>();

    private Draft(PublishedWeek published) {
        this.published = published;
    }

    /** The decision as a draft against this week. */
    static RosterOutcome against(PublishedWeek published, RosterOutcome decided) {
        var draft = new Draft(published);
        var weeks = decided.weeks().stream().map(draft::week).toList();
        return new RosterOutcome(
                weeks,
                decided.alreadyBooked(),
                decided.unassigned(),
                decided.warnings(),
                decided.score(),
                decided.steps(),
                List.copyOf(draft.handovers.values()),
                decided.wishes());
    }

    private Week week(Week decided) {
        var replaced = published.treatmentOf(decided.enrollmentId());
        var left = new ArrayList<>(replaced);
        var sessions = new ArrayList<Appointment>();
        for (var appointment : decided.sessions()) {
            var stays = left.stream()
                    .filter(booking -> isSameSession(booking, appointment))
                    .findFirst();
            stays.ifPresent(left::remove);
            stays.map(published::sessionOf)
                    .or(() -> meeting(appointment))
                    .ifPresent(session -> handOver(session, appointment));
            sessions.add(stays.map(booking -> appointment.keeping(booking.id())).orElse(appointment));
        }
        return new Week(
                decided.enrollmentId(),
                decided.patientId(),
                decided.seriesId(),
                decided.plannedMinutes(),
                decided.days(),
                sessions,
                replaced.stream().map(Booking::id).toList());
    }

    private boolean isSameSession(Booking booking, Appointment appointment) {
        return booking.kind() == appointment.kind()
                && booking.time().startsAt().equals(appointment.startsAt())
                && booking.time().endsAt().equals(appointment.endsAt())
                && published.sessionOf(booking).seriesId().equals(Optional.ofNullable(appointment.seriesId()));
    }

    private Optional<Session> meeting(Appointment appointment) {
        return Optional.ofNullable(appointment.seriesId())
                .flatMap(series -> published.meeting(series, appointment.sessionOn()));
    }

    private void handOver(Session session, Appointment appointment) {
        var handover = new Handover(
                session.id(),
                session.place().clinicianId(),
                appointment.clinicianId(),
                session.place().roomId(),
                appointment.roomId());
        if (!isNothing(handover)) {
            handovers.put(session.id(), handover);
        }
    }

    private static boolean isNothing(Handover handover) {
        return Optional.ofNullable(handover.clinicianId()).equals(Optional.ofNullable(handover.formerClinicianId()))
                && Optional.ofNullable(handover.roomId()).equals(Optional.ofNullable(handover.formerRoomId()));
    }
}
