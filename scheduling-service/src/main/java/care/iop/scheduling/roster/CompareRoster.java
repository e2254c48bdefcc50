package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.roster.RosterChangesView.Change;
import care.iop.scheduling.roster.RosterChangesView.ChangeKind;
import care.iop.scheduling.roster.RosterChangesView.Client;
import care.iop.scheduling.roster.RosterChangesView.Sitting;
import care.iop.scheduling.roster.RosterChangesView.Totals;
import care.iop.scheduling.roster.RosterOutcome.Appointment;
import care.iop.scheduling.roster.RosterOutcome.Handover;
import care.iop.scheduling.roster.RosterOutcome.Week;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a draft changes for whom, as against the bookings that it was made against. */
@ApplicationScoped
class CompareRoster {

    /** DESIGN section 10, the prices of replanning. */
    private static final int COHORT_CHANGED = 60;

    private static final int FACILITATOR_CHANGED = 30;
    private static final int SESSION_MOVED = 15;
    private static final int CLINICIAN_CHANGED = 10;

    private final Bookings bookings;
    private final Sessions sessions;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final AllSessionSeries allSeries;

    CompareRoster(
            Bookings bookings, Sessions sessions, Clinicians clinicians, Rooms rooms, AllSessionSeries allSeries) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.allSeries = allSeries;
    }

    /** The changes of a run that has a result. */
    RosterChangesView changes(RosterRun run) {
        var outcome = run.requireResult();
        var replaced = bookings.withIds(outcome.replaced());
        var handedOver = outcome.handovers().stream().map(Handover::sessionId).toList();
        var members = handedOver.isEmpty()
                ? List.<Booking>of()
                : bookings.list("sessionId in ?1 and status = BOOKED order by startsAt, id", handedOver);
        var sessionIds = new ArrayList<>(handedOver);
        replaced.forEach(booking -> sessionIds.add(booking.sessionId()));
        var sessionById = sessionIds.isEmpty()
                ? Map.<UUID, Session>of()
                : sessions.list("id in ?1", sessionIds).stream()
                        .collect(Collectors.toMap(Session::id, Function.identity()));
        return new Comparison(
                        outcome,
                        replaced.stream().collect(Collectors.toMap(Booking::id, Function.identity())),
                        members,
                        sessionById,
                        PlainNames.of(run.programId(), clinicians, rooms, allSeries))
                .view(run);
    }

    /** One comparison. */
    private static final class Comparison {

        private final RosterOutcome outcome;
        private final Map<UUID, Booking> replaced;
        private final List<Booking> members;
        private final Map<UUID, Session> sessions;
        private final Map<UUID, Handover> handovers;
        private final PlainNames names;
        private final Map<UUID, List<Change>> changes = new LinkedHashMap<>();
        private final Map<UUID, UUID> patients = new HashMap<>();
        private final Map<UUID, Integer> disturbance = new HashMap<>();

        Comparison(
                RosterOutcome outcome,
                Map<UUID, Booking> replaced,
                List<Booking> members,
                Map<UUID, Session> sessions,
                PlainNames names) {
            this.outcome = outcome;
            this.replaced = replaced;
            this.members = members;
            this.sessions = sessions;
            this.names = names;
            this.handovers =
                    outcome.handovers().stream().collect(Collectors.toMap(Handover::sessionId, Function.identity()));
        }

        RosterChangesView view(RosterRun run) {
            outcome.weeks().forEach(this::compare);
            var givenUp = givenUp();
            for (var member : members) {
                if (!givenUp.contains(member.id())) {
                    handOver(member);
                }
            }
            var clients = changes.entrySet().stream()
                    .map(entry -> new Client(
                            entry.getKey(),
                            Objects.requireNonNull(patients.get(entry.getKey())),
                            disturbance.getOrDefault(entry.getKey(), 0),
                            entry.getValue().stream()
                                    .sorted(Comparator.comparing(Comparison::at))
                                    .toList()))
                    .sorted(Comparator.comparingInt(Client::disturbance)
                            .reversed()
                            .thenComparing(Client::enrollmentId))
                    .toList();
            return new RosterChangesView(run.id(), run.programId(), run.weekStartingOn(), totals(clients), clients);
        }

        private Set<UUID> givenUp() {
            var kept = outcome.kept();
            return outcome.replaced().stream().filter(id -> !kept.contains(id)).collect(Collectors.toSet());
        }

        private static Instant at(Change change) {
            var sitting = change.to() == null ? change.from() : change.to();
            return Objects.requireNonNull(sitting).startsAt();
        }

        private Totals totals(List<Client> clients) {
            var all = clients.stream()
                    .flatMap(client -> client.changes().stream())
                    .toList();
            var handed = all.stream()
                    .filter(change -> change.change() == ChangeKind.CLINICIAN_CHANGED
                            || change.change() == ChangeKind.ROOM_CHANGED)
                    .count();
            return new Totals(
                    clients.size(),
                    (int) clients.stream()
                            .filter(client -> client.changes().stream().anyMatch(c -> c.change() != ChangeKind.ADDED))
                            .count(),
                    Math.max(0, outcome.kept().size() - (int) handed),
                    count(all, ChangeKind.ADDED),
                    count(all, ChangeKind.REMOVED),
                    count(all, ChangeKind.MOVED),
                    count(all, ChangeKind.CLINICIAN_CHANGED),
                    count(all, ChangeKind.ROOM_CHANGED),
                    clients.stream().mapToInt(Client::disturbance).sum());
        }

        private static int count(List<Change> all, ChangeKind kind) {
            return (int) all.stream().filter(change -> change.change() == kind).count();
        }

        private void compare(Week week) {
            var kept = week.sessions().stream()
                    .map(Appointment::bookingId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            var gone = week.replaces().stream()
                    .filter(id -> !kept.contains(id))
                    .map(replaced::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(ArrayList::new));
            var formerSeries = gone.stream()
                    .filter(booking -> booking.kind().isCohort())
                    .map(booking -> session(booking).seriesId())
                    .findFirst()
                    .isPresent();
            if (formerSeries
                    && week.sessions().stream()
                            .anyMatch(a -> a.bookingId() == null && a.kind().isCohort())) {
                price(week.enrollmentId(), COHORT_CHANGED);
            }
            for (var appointment : week.sessions()) {
                if (appointment.bookingId() == null) {
                    var from = gone.stream()
                            .filter(booking -> booking.kind() == appointment.kind()
                                    && booking.time().plannedMinutes() == appointment.minutes())
                            .findFirst();
                    from.ifPresent(gone::remove);
                    add(
                            week.enrollmentId(),
                            week.patientId(),
                            from.map(booking -> moved(booking, appointment)).orElseGet(() -> added(appointment)));
                    from.ifPresent(
                            booking -> price(week.enrollmentId(), booking.kind().isCohort() ? 0 : SESSION_MOVED));
                }
            }
            for (var booking : gone) {
                add(week.enrollmentId(), week.patientId(), removed(booking));
                price(week.enrollmentId(), SESSION_MOVED);
            }
        }

        private void add(UUID enrollment, UUID patient, Change change) {
            patients.put(enrollment, patient);
            changes.computeIfAbsent(enrollment, id -> new ArrayList<>()).add(change);
        }

        private void price(UUID enrollment, int points) {
            disturbance.merge(enrollment, points, Integer::sum);
        }

        private Change added(Appointment appointment) {
            return new Change(
                    ChangeKind.ADDED,
                    appointment.kind(),
                    null,
                    sitting(appointment),
                    "%s is added: %s."
                            .formatted(
                                    names.session(appointment.kind(), appointment.seriesId()),
                                    told(sitting(appointment))));
        }

        private Change removed(Booking booking) {
            var from = sitting(booking);
            return new Change(
                    ChangeKind.REMOVED,
                    booking.kind(),
                    from,
                    null,
                    "%s is removed: %s.".formatted(names.session(booking.kind(), from.seriesId()), told(from)));
        }

        private Change moved(Booking booking, Appointment appointment) {
            var from = sitting(booking);
            return new Change(
                    ChangeKind.MOVED,
                    booking.kind(),
                    from,
                    sitting(appointment),
                    "%s moves from %s to %s."
                            .formatted(
                                    names.session(booking.kind(), appointment.seriesId()),
                                    told(from),
                                    told(sitting(appointment))));
        }

        private void handOver(Booking booking) {
            var handover = Objects.requireNonNull(handovers.get(booking.sessionId()));
            var session = session(booking);
            var now = sitting(booking);
            var from = with(now, handover.formerClinicianId(), handover.formerRoomId());
            var to = with(now, handover.clinicianId(), handover.roomId());
            var what = names.session(booking.kind(), session.seriesId().orElse(null));
            var when = PlainNames.when(now.sessionOn(), now.localStart(), now.localEnd());
            if (Objects.equals(handover.clinicianId(), handover.formerClinicianId())) {
                add(
                        booking.enrollmentId(),
                        booking.patientId(),
                        new Change(
                                ChangeKind.ROOM_CHANGED,
                                booking.kind(),
                                from,
                                to,
                                "%s %s: %s in place of %s."
                                        .formatted(what, when, names.room(to.roomId()), names.room(from.roomId()))));
                return;
            }
            add(
                    booking.enrollmentId(),
                    booking.patientId(),
                    new Change(
                            ChangeKind.CLINICIAN_CHANGED,
                            booking.kind(),
                            from,
                            to,
                            "%s %s: %s in place of %s."
                                    .formatted(
                                            what,
                                            when,
                                            names.clinician(to.clinicianId()),
                                            names.clinician(from.clinicianId()))));
            price(booking.enrollmentId(), session.seriesId().isPresent() ? FACILITATOR_CHANGED : CLINICIAN_CHANGED);
        }

        private static Sitting with(Sitting sitting, @Nullable UUID clinicianId, @Nullable UUID roomId) {
            return new Sitting(
                    sitting.seriesId(),
                    sitting.sessionOn(),
                    sitting.localStart(),
                    sitting.localEnd(),
                    sitting.startsAt(),
                    sitting.endsAt(),
                    clinicianId,
                    roomId);
        }

        private Session session(Booking booking) {
            return Objects.requireNonNull(sessions.get(booking.sessionId()), "sessions are never deleted");
        }

        private Sitting sitting(Booking booking) {
            var session = session(booking);
            var time = booking.time();
            var zone = ZoneId.of(time.zone());
            return new Sitting(
                    session.seriesId().orElse(null),
                    time.sessionOn(),
                    time.startsAt().atZone(zone).toLocalTime(),
                    time.endsAt().atZone(zone).toLocalTime(),
                    time.startsAt(),
                    time.endsAt(),
                    session.place().clinicianId(),
                    session.place().roomId());
        }

        private static Sitting sitting(Appointment appointment) {
            return new Sitting(
                    appointment.seriesId(),
                    appointment.sessionOn(),
                    appointment.localStart(),
                    appointment.endsAt().atZone(ZoneId.of(appointment.zone())).toLocalTime(),
                    appointment.startsAt(),
                    appointment.endsAt(),
                    appointment.clinicianId(),
                    appointment.roomId());
        }

        private String told(Sitting sitting) {
            return "%s with %s"
                    .formatted(
                            PlainNames.when(sitting.sessionOn(), sitting.localStart(), sitting.localEnd()),
                            names.clinician(sitting.clinicianId()));
        }
    }
}
