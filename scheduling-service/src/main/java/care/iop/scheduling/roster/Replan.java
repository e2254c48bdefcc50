package care.iop.scheduling.roster;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.PlacesOnBoard.Option;
import care.iop.scheduling.roster.PlacesOnBoard.Relaxed;
import care.iop.scheduling.roster.RosterOutcome.Unplaced;
import care.iop.scheduling.roster.WeekBoard.Meeting;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Deals with one change of a published week on its board, ring by ring: first a substitute at the same time, then another time
 * for the clients concerned, then another time for one session of somebody else. Groups keep their times and their members.
 */
final class Replan {

    /** A session of one client that needs a place; {@code former} is absent when it had none. */
    record Concerned(
            UUID client,
            SessionKind kind,
            int minutes,
            @Nullable Visit former) {}

    /** Moving somebody else costs what DESIGN section 10 says, beside what the place itself costs. */
    private static final double SESSION_MOVED = 15;

    private static final double CLINICIAN_CHANGED = 10;

    private final WeekBoard board;
    private final PlacesOnBoard places;
    private final PlainNames names;
    private final Predicate<Visit> movable;
    private final Set<UUID> changed = new HashSet<>();
    private final Set<UUID> lostMeetings = new HashSet<>();
    private final List<Unplaced> unplaced = new ArrayList<>();
    private int placed;

    Replan(WeekBoard board, PlainNames names, Predicate<Visit> movable) {
        this.board = board;
        this.places = new PlacesOnBoard(board);
        this.names = names;
        this.movable = movable;
    }

    /** Clients whose sessions alone are not where they were. */
    Set<UUID> changed() {
        return Set.copyOf(changed);
    }

    /** Meetings that nobody can lead, or that have no room. */
    Set<UUID> lostMeetings() {
        return Set.copyOf(lostMeetings);
    }

    List<Unplaced> unplaced() {
        return List.copyOf(unplaced);
    }

    int placed() {
        return placed;
    }

    /** Finds a substitute for the facilitator of a meeting. */
    void substitute(Meeting meeting) {
        var substitute = board.substitutes(meeting).stream().findFirst();
        if (substitute.isPresent()) {
            board.hand(meeting, substitute.get(), meeting.room());
            placed++;
        } else {
            board.hand(meeting, null, null);
            lostMeetings.add(meeting.sessionId());
        }
    }

    /** Finds another room for a meeting. */
    void relocate(Meeting meeting) {
        var room = board.roomInstead(meeting.room(), meeting.when());
        if (room.isPresent()) {
            board.hand(meeting, meeting.clinician(), room.get());
            placed++;
        } else {
            board.hand(meeting, null, null);
            lostMeetings.add(meeting.sessionId());
        }
    }

    /** Places these sessions, which are not on the board any more, the most urgent clients first. */
    void place(List<Concerned> concerned, int rings) {
        var left = concerned.stream()
                .sorted(Comparator.comparingInt(
                                (Concerned each) -> -board.client(each.client()).priority())
                        .thenComparing(Concerned::client))
                .toList();
        left = left.stream().filter(each -> !withoutMoving(each)).toList();
        if (rings > 0) {
            left = left.stream().filter(each -> !atAnotherTime(each)).toList();
            left = left.stream().filter(each -> !inPlaceOfOwn(each)).toList();
        }
        if (rings > 1) {
            left = left.stream().filter(each -> !inPlaceOfAnother(each)).toList();
        }
        left.forEach(each -> {
            unplaced.add(why(each, rings));
            changed.add(each.client());
        });
    }

    /** What had a time keeps it; what had none disturbs nobody wherever it goes. */
    private boolean withoutMoving(Concerned concerned) {
        var former = concerned.former();
        return take(
                concerned,
                cheapest(
                        concerned,
                        former == null ? when -> true : when -> former.when().equals(when)));
    }

    private boolean atAnotherTime(Concerned concerned) {
        return take(concerned, cheapest(concerned, when -> true));
    }

    private Optional<Option> cheapest(Concerned concerned, Predicate<WeekWindow> allowed) {
        return options(concerned, allowed).stream().min(Comparator.comparingDouble(option -> price(concerned, option)));
    }

    private List<Option> options(Concerned concerned, Predicate<WeekWindow> allowed) {
        return places.options(concerned.client(), EngineWords.of(concerned.kind()), concerned.minutes(), allowed);
    }

    private static double price(Concerned concerned, Option option) {
        var former = concerned.former();
        if (former == null) {
            return option.price();
        }
        return option.price()
                + (former.when().equals(option.when()) ? 0 : SESSION_MOVED)
                + (option.clinician().equals(former.clinician()) ? 0 : CLINICIAN_CHANGED);
    }

    private boolean take(Concerned concerned, Optional<Option> option) {
        option.ifPresent(place -> {
            put(concerned, place);
            placed++;
        });
        return option.isPresent();
    }

    private void put(Concerned concerned, Option option) {
        var former = concerned.former();
        board.put(new Visit(
                concerned.client(),
                concerned.kind(),
                option.when(),
                option.clinician(),
                roomFor(former, option),
                former == null ? null : former.bookingId()));
        changed.add(concerned.client());
    }

    /** At the same time in the same office when that is still free. */
    private @Nullable UUID roomFor(@Nullable Visit former, Option option) {
        if (former == null
                || option.room() == null
                || former.room() == null
                || !former.when().equals(option.when())) {
            return option.room();
        }
        return board.isRoomFree(former.room(), option.when()) ? former.room() : option.room();
    }

    /** One session of another client goes elsewhere and makes room. */
    private boolean inPlaceOfAnother(Concerned concerned) {
        var kind = EngineWords.of(concerned.kind());
        var victims = new LinkedHashSet<Visit>();
        for (var when : places.couldComeAt(concerned.client(), kind, concerned.minutes())) {
            for (var clinician : places.workingThen(concerned.client(), kind, when)) {
                var inTheWay = board.visitsInTheWay(clinician, when);
                if (inTheWay.size() == 1 && !inTheWay.get(0).client().equals(concerned.client())) {
                    victims.add(inTheWay.get(0));
                }
            }
        }
        return exchange(concerned, List.copyOf(victims));
    }

    /** Another session of the same client goes elsewhere and makes room. */
    private boolean inPlaceOfOwn(Concerned concerned) {
        return exchange(concerned, board.visitsOf(concerned.client()));
    }

    private record Exchange(Visit victim, Option place, Option elsewhere, double price) {}

    /** Of all exchanges with one of these the cheapest is made. */
    private boolean exchange(Concerned concerned, List<Visit> victims) {
        var best = victims.stream()
                .filter(movable)
                .map(victim -> tryExchange(concerned, victim))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Exchange::price));
        best.ifPresent(exchange -> {
            board.remove(exchange.victim());
            put(concerned, exchange.place());
            put(concernedBy(exchange.victim()), exchange.elsewhere());
            placed++;
        });
        return best.isPresent();
    }

    private static Concerned concernedBy(Visit victim) {
        return new Concerned(victim.client(), victim.kind(), victim.when().minutes(), victim);
    }

    private Optional<Exchange> tryExchange(Concerned concerned, Visit victim) {
        board.remove(victim);
        try {
            var place = cheapest(concerned, window -> window.overlapMinutes(victim.when()) > 0);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            var mine = new Visit(
                    concerned.client(),
                    concerned.kind(),
                    place.get().when(),
                    place.get().clinician(),
                    place.get().room(),
                    null);
            board.put(mine);
            var moved = concernedBy(victim);
            var elsewhere = cheapest(moved, window -> true);
            board.remove(mine);
            return elsewhere.map(option ->
                    new Exchange(victim, place.get(), option, price(concerned, place.get()) + price(moved, option)));
        } finally {
            board.put(victim);
        }
    }

    private Unplaced why(Concerned concerned, int rings) {
        var kind = EngineWords.of(concerned.kind());
        var former = concerned.former();
        if (rings == 0 && former != null) {
            var elsewhere = cheapest(concerned, when -> true);
            return unplaced(
                    concerned,
                    Set.of(Rule.CLINICIAN_OVERLAP),
                    "Nobody of the care team who may hold it is free at %s.".formatted(former.when()),
                    elsewhere
                            .map(option -> "%s with %s would work if the session may move."
                                    .formatted(option.when(), names.clinician(option.clinician())))
                            .orElse(null));
        }
        if (places.couldComeAt(concerned.client(), kind, concerned.minutes()).isEmpty()) {
            return unplaced(
                    concerned,
                    Set.of(Rule.CLIENT_AVAILABILITY),
                    "The client has no free time of %s this week within their hours, days and hours a day."
                            .formatted(WeekWindow.hours(concerned.minutes())),
                    nearest(concerned, Relaxed.CLIENT_HOURS, "if the client could come then")
                            .or(() -> nearest(
                                    concerned, Relaxed.DAYS, "if the client had more that day, or came on one more"))
                            .orElse(null));
        }
        return unplaced(
                concerned,
                Set.of(Rule.CLINICIAN_OVERLAP),
                "Nobody of the care team who may hold it is free in any of the client's hours.",
                nearest(concerned, Relaxed.OFFICE, "if an office were free")
                        .or(() -> nearest(concerned, Relaxed.CLIENT_HOURS, "if the client could come then"))
                        .or(() -> nearest(concerned, Relaxed.CLINICIAN_HOURS, "if the clinician worked then"))
                        .orElse(null));
    }

    private Optional<String> nearest(Concerned concerned, Relaxed relaxed, String condition) {
        return places
                .options(
                        concerned.client(),
                        EngineWords.of(concerned.kind()),
                        concerned.minutes(),
                        when -> true,
                        relaxed)
                .stream()
                .findFirst()
                .map(option -> "%s with %s would work %s."
                        .formatted(option.when(), names.clinician(option.clinician()), condition));
    }

    private static Unplaced unplaced(
            Concerned concerned, Set<Rule> blockedBy, String reason, @Nullable String alternative) {
        return new Unplaced(
                concerned.client(),
                concerned.kind(),
                concerned.minutes(),
                new TreeSet<>(blockedBy),
                reason,
                alternative);
    }
}
