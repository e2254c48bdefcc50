package care.iop.scheduling.roster;

import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The places that are left on a board for a session of one client, under the hard rules, and what each costs. */
final class PlacesOnBoard {

    private static final double MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /** A place for a session and what it costs, in points of the catalogue. */
    record Option(WeekWindow when, UUID clinician, @Nullable UUID room, double price) {}

    /** Which hard rules a possibility may break, to find out what would help. */
    enum Relaxed {
        NOTHING,
        CLIENT_HOURS,
        CLINICIAN_HOURS,
        OFFICE,
        DAYS
    }

    private static final Comparator<Option> CHEAPEST_FIRST = Comparator.comparingDouble(Option::price)
            .thenComparing(Option::when)
            .thenComparing(Option::clinician);

    private final WeekBoard board;

    PlacesOnBoard(WeekBoard board) {
        this.board = board;
    }

    /** Every place that a session of this kind and length may have for the client, the cheapest first. */
    List<Option> options(UUID client, SessionKind kind, int minutes, Predicate<WeekWindow> allowed) {
        return options(client, kind, minutes, allowed, Relaxed.NOTHING);
    }

    List<Option> options(UUID clientId, SessionKind kind, int minutes, Predicate<WeekWindow> allowed, Relaxed relaxed) {
        var client = board.client(clientId);
        var able = able(client, kind);
        var options = new ArrayList<Option>();
        for (var day : DayOfWeek.values()) {
            if (relaxed != Relaxed.DAYS && !dayHolds(client, clientId, kind, minutes, day)) {
                continue;
            }
            for (var when : starts(day, minutes)) {
                if (!allowed.test(when)
                        || !board.isFree(clientId, when)
                        || (relaxed != Relaxed.CLIENT_HOURS && !board.canCome(clientId, when))) {
                    continue;
                }
                var room = client.telehealth() ? null : board.freeOffice(when);
                if (room == null && !client.telehealth() && relaxed != Relaxed.OFFICE) {
                    continue;
                }
                for (var clinician : able) {
                    if (relaxed == Relaxed.CLINICIAN_HOURS
                            ? board.isIdle(clinician, when)
                            : board.isAtWork(clinician, when)) {
                        options.add(new Option(when, clinician, room, price(client, clientId, kind, when, clinician)));
                    }
                }
            }
        }
        options.sort(CHEAPEST_FIRST);
        return options;
    }

    private static List<WeekWindow> starts(DayOfWeek day, int minutes) {
        var starts = new ArrayList<WeekWindow>();
        for (int start = 0; start + minutes <= MINUTES_PER_DAY; start += WeekWindow.GRID_MINUTES) {
            starts.add(new WeekWindow(day, start, start + minutes));
        }
        return starts;
    }

    /** Clinicians of the care team who may hold a session of this kind. */
    private List<UUID> able(RosterClient client, SessionKind kind) {
        return board.clinicians().stream()
                .filter(id -> board.clinician(id).mayHold(kind, client)
                        && client.careTeam().contains(board.clinician(id).id()))
                .toList();
    }

    private boolean dayHolds(RosterClient client, UUID id, SessionKind kind, int minutes, DayOfWeek day) {
        var alike = board.visitsOf(id).stream()
                .anyMatch(visit -> visit.when().day() == day
                        && PublishedWeek.isTreatment(visit.kind())
                        && EngineWords.of(visit.kind()).dailyVisit() == kind.dailyVisit());
        return !alike && dayHolds(client, id, day, minutes);
    }

    /** Whether the client may have so many minutes more on the day: it is a day of treatment already, is none, or one is left. */
    private boolean dayHolds(RosterClient client, UUID id, DayOfWeek day, int minutes) {
        var limits = client.limits();
        var taken = board.attended().minutesOn(id, day);
        return taken + minutes <= limits.maxDayMinutes()
                && (limits.countsAsDay(day, taken)
                        || !limits.countsAsDay(day, taken + minutes)
                        || days(client, id) < limits.mostDays());
    }

    /** Days of treatment; a weekend check-in is none. */
    private int days(RosterClient client, UUID id) {
        var days = 0;
        for (var day : DayOfWeek.values()) {
            if (client.limits().countsAsDay(day, board.attended().minutesOn(id, day))) {
                days++;
            }
        }
        return days;
    }

    private double price(RosterClient client, UUID id, SessionKind kind, WeekWindow when, UUID clinicianId) {
        var weights = board.problem().weights();
        var clinician = board.clinician(clinicianId);
        double price = 0;
        var primary = client.primaryTherapistId();
        if (kind == SessionKind.INDIVIDUAL && primary != null && !primary.equals(clinician.id())) {
            price += weights.continuity();
        }
        var modality = client.preferences().modality();
        if (kind == SessionKind.INDIVIDUAL
                && modality != null
                && !clinician.modalities().contains(modality)) {
            price += weights.individualModality();
        }
        if (!isOnTrack(client, when)) {
            price += weights.sessionTrack();
        }
        var over = board.minutesOf(clinicianId) + when.minutes() - clinician.targetMinutes();
        price += weights.overtime() * Math.max(0, Math.min(over, when.minutes())) / MINUTES_PER_HOUR;
        return price + gapPrice(id, when) + dayPrice(client, id, when);
    }

    private boolean isOnTrack(RosterClient client, WeekWindow when) {
        var wished = client.preferences().trackId();
        return board.problem().tracks().stream()
                .filter(track -> track.id().equals(wished))
                .allMatch(track -> track.covers(when));
    }

    private double gapPrice(UUID id, WeekWindow when) {
        var attended = board.attended();
        return board.problem().weights().gap()
                * (attended.idleMinutesWith(id, when) - attended.idleMinutesOn(id, when.day()))
                / MINUTES_PER_HOUR;
    }

    private double dayPrice(RosterClient client, UUID id, WeekWindow when) {
        var taken = board.attended().minutesOn(id, when.day());
        var limits = client.limits();
        var days = days(client, id);
        var with = days
                + (limits.countsAsDay(when.day(), taken + when.minutes()) ? 1 : 0)
                - (limits.countsAsDay(when.day(), taken) ? 1 : 0);
        var target = client.preferences().targetDays();
        return board.problem().weights().days() * (Math.abs(with - target) - Math.abs(days - target));
    }

    /** Clinicians of the care team who may hold a session of this kind, and work then. */
    List<UUID> workingThen(UUID clientId, SessionKind kind, WeekWindow when) {
        return able(board.client(clientId), kind).stream()
                .filter(id -> board.works(id, when))
                .toList();
    }

    /** When the client could come as far as hours, other appointments and the day's limits go. */
    List<WeekWindow> couldComeAt(UUID clientId, SessionKind kind, int minutes) {
        var client = board.client(clientId);
        var windows = new ArrayList<WeekWindow>();
        for (var day : DayOfWeek.values()) {
            if (dayHolds(client, clientId, kind, minutes, day)) {
                starts(day, minutes).stream()
                        .filter(when -> board.canCome(clientId, when) && board.isFree(clientId, when))
                        .forEach(windows::add);
            }
        }
        return windows;
    }

    /** Whether the client could sit in a meeting then. */
    boolean couldAttend(UUID clientId, WeekWindow when) {
        return board.canCome(clientId, when)
                && board.isFree(clientId, when)
                && dayHolds(board.client(clientId), clientId, when.day(), when.minutes());
    }

    /** What a meeting then would cost the client's own wishes. */
    double meetingPrice(UUID clientId, WeekWindow when) {
        var weights = board.problem().weights();
        return (isOnTrack(board.client(clientId), when) ? 0 : weights.cohortTrack()) + gapPrice(clientId, when);
    }
}
