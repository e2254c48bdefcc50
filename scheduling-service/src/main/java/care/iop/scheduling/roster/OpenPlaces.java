package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.GroupFit;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.Session;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.SessionTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a client could sit beside what is published in a week, under the rules of the roster: the client's hours in the program's
 * zone, their other appointments, days and hours a day, seats, gender, track, mode, no-contact pairs, credentials, care team and
 * the hours of clinicians, and offices.
 */
@ApplicationScoped
public class OpenPlaces {

    private final ReadRosterWeek readRosterWeek;
    private final AllSessionSeries allSeries;
    private final Enrollments enrollments;
    private final Clock clock;

    OpenPlaces(ReadRosterWeek readRosterWeek, AllSessionSeries allSeries, Enrollments enrollments, Clock clock) {
        this.readRosterWeek = readRosterWeek;
        this.allSeries = allSeries;
        this.enrollments = enrollments;
        this.clock = clock;
    }

    /**
     * A place that is open.
     *
     * @param session the scheduled meeting; absent for a session of the client alone, which is to be scheduled
     * @param price points of the catalogue, lower suits the client better
     * @param text what it is, in words
     */
    public record OpenPlace(
            @Nullable Session session,
            SessionKind kind,
            @Nullable UUID seriesId,
            SessionTime time,
            SessionPlace place,
            double price,
            String text) {}

    /** The open places of one client in one week. */
    public final class InWeek {

        private final Enrollment client;
        private final RosterWeek week;
        private final WeekBoard board;
        private final PlacesOnBoard places;

        private InWeek(Enrollment client, LocalDate weekStartingOn) {
            this.client = client;
            this.week = readRosterWeek.read(client.programId(), weekStartingOn, RosterScope.REPLAN);
            this.board = WeekBoard.of(week);
            this.places = new PlacesOnBoard(board);
            var now = ZonedDateTime.now(clock.withZone(week.zone()));
            if (!now.toLocalDate().isBefore(weekStartingOn)) {
                if (now.toLocalDate().isAfter(weekStartingOn.plusDays(6))) {
                    board.over(DayOfWeek.SUNDAY, 24 * 60);
                } else {
                    board.over(now.getDayOfWeek(), now.toLocalTime().toSecondOfDay() / 60);
                }
            }
        }

        /** Meetings of groups that have a free seat. */
        public List<OpenPlace> meetings() {
            if (!board.knows(client.id())) {
                return List.of();
            }
            var series = allSeries.ofProgram(client.programId()).stream()
                    .filter(each -> each.kind().isCohort()
                            && GroupFit.obstacle(client, each).isEmpty())
                    .collect(Collectors.toMap(SessionSeries::id, Function.identity()));
            var open = new ArrayList<OpenPlace>();
            for (var session : week.published().sessions()) {
                var id = session.seriesId().orElse(null);
                // By the program's clock, as the client's hours are, wherever the group meets.
                var local = session.time().in(week.zone());
                if (id != null
                        && series.containsKey(id)
                        && session.freeSeats() > 0
                        && local.isWithin(session.time().sessionOn())
                        && places.couldAttend(client.id(), WeekBoard.window(local))
                        && !GroupFit.mustNotMeet(client, members(session))) {
                    open.add(new OpenPlace(
                            session,
                            session.kind(),
                            id,
                            session.time(),
                            session.place(),
                            places.meetingPrice(client.id(), WeekBoard.window(local)),
                            text(session.kind(), id, session.time(), session.place())));
                }
            }
            return open;
        }

        private List<Enrollment> members(Session session) {
            return enrollments.withIds(week.published().in(session.id()).stream()
                    .map(Booking::enrollmentId)
                    .collect(Collectors.toSet()));
        }

        /** Places for a session of the client alone, the best first, at most so many and one a day. */
        public List<OpenPlace> visits(SessionKind kind, int minutes, int most) {
            if (!board.knows(client.id())) {
                return List.of();
            }
            var days = new HashSet<DayOfWeek>();
            return places.options(client.id(), EngineWords.of(kind), minutes, when -> true).stream()
                    .filter(option -> days.add(option.when().day()))
                    .limit(most)
                    .map(option -> {
                        var start = ZonedDateTime.of(
                                week.weekStartingOn()
                                        .plusDays(option.when().day().getValue() - 1L),
                                option.when().startTime(),
                                week.zone());
                        var time = new SessionTime(
                                start.toLocalDate(),
                                start.toInstant(),
                                start.toInstant().plus(Duration.ofMinutes(minutes)),
                                week.zone().getId());
                        var place = new SessionPlace(option.clinician(), option.room());
                        return new OpenPlace(
                                null, kind, null, time, place, option.price(), text(kind, null, time, place));
                    })
                    .toList();
        }

        /** The place of a session of the client alone, when it can be exactly there and with this clinician. */
        public Optional<SessionPlace> place(SessionKind kind, SessionTime time, UUID clinicianId) {
            var window = WeekBoard.window(time.in(week.zone()));
            return board.knows(client.id())
                    ? places.options(client.id(), EngineWords.of(kind), time.plannedMinutes(), window::equals).stream()
                            .filter(option -> option.clinician().equals(clinicianId))
                            .map(option -> new SessionPlace(option.clinician(), option.room()))
                            .findFirst()
                    : Optional.empty();
        }

        private String text(SessionKind kind, @Nullable UUID series, SessionTime time, SessionPlace place) {
            var zone = ZoneId.of(time.zone());
            return "%s %s with %s"
                    .formatted(
                            week.names().session(kind, series),
                            PlainNames.when(
                                    time.sessionOn(),
                                    time.startsAt().atZone(zone).toLocalTime(),
                                    time.endsAt().atZone(zone).toLocalTime()),
                            week.names().clinician(place.clinicianId()));
        }
    }

    /** Reads the week in the caller's transaction. */
    public InWeek in(Enrollment client, LocalDate weekStartingOn) {
        return new InWeek(client, weekStartingOn);
    }
}
