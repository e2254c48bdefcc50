package care.iop.scheduling.roster;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.RosterOutcome.Wish;
import care.iop.scheduling.roster.WeekBoard.Option;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Match;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which wishes of clients a roster does not meet, why, and what would be nearest, on the board of that roster. */
final class Wishes {

    private final RosterWeek week;
    private final Roster roster;
    private final WeekBoard board;
    private final Map<String, RosterClient> clients;

    Wishes(RosterWeek week, Roster roster) {
        this.week = week;
        this.roster = roster;
        this.board = WeekBoard.of(week, roster);
        this.clients =
                week.problem().clients().stream().collect(Collectors.toMap(RosterClient::id, Function.identity()));
    }

    /** The wishes among these matches, of the clients whom the roster decides. */
    List<Wish> unmet(List<Match> matches) {
        var decided = week.toPlace().stream().collect(Collectors.toSet());
        return matches.stream()
                .filter(match -> match.level() == Level.SOFT && decided.contains(match.subjectId()))
                .map(this::wish)
                .toList();
    }

    private Wish wish(Match match) {
        var client = Objects.requireNonNull(clients.get(match.subjectId()));
        return new Wish(
                UUID.fromString(client.id()),
                match.rule(),
                match.quarterPoints() / (double) Score.QUARTERS,
                week.names().say(match.explanation()),
                alternative(match, client));
    }

    private @Nullable String alternative(Match match, RosterClient client) {
        return switch (match.rule()) {
            case CONTINUITY ->
                session(
                        client,
                        visit -> visit.kind() == SessionKind.INDIVIDUAL && !isWith(visit, client.primaryTherapistId()),
                        option -> option.clinician().toString().equals(client.primaryTherapistId()),
                        "The primary therapist has no free hour left in any of the client's hours.");
            case IND_MODALITY ->
                session(
                        client,
                        visit -> visit.kind() == SessionKind.INDIVIDUAL && !practises(visit.clinician(), client),
                        option -> practises(option.clinician(), client),
                        "Nobody of the care team who practises it is free in any of the client's hours.");
            case SESSION_TRACK ->
                session(
                        client,
                        visit -> !inTrack(visit.when(), client),
                        option -> inTrack(option.when(), client),
                        "Within the track's hours nobody of the care team is free when the client is.");
            case COHORT_TRACK ->
                cohort(client, cohort -> cohort.trackId()
                        .equals(client.preferences().trackId()));
            case COHORT_MODALITY ->
                cohort(
                        client,
                        cohort -> cohort.modality() == client.preferences().modality());
            case TRAUMA_PREF -> cohort(client, RosterCohort::traumaTrack);
            case GENDER_PREF -> cohort(client, cohort -> cohort.gender() != GroupGender.ANY);
            default -> null;
        };
    }

    private static boolean isWith(Visit visit, @Nullable String clinician) {
        return visit.clinician() != null && visit.clinician().toString().equals(clinician);
    }

    private boolean practises(@Nullable UUID clinician, RosterClient client) {
        return week.problem().clinicians().stream()
                .anyMatch(each -> clinician != null
                        && each.id().equals(clinician.toString())
                        && client.preferences().modality() != null
                        && each.modalities().contains(client.preferences().modality()));
    }

    private boolean inTrack(WeekWindow when, RosterClient client) {
        return week.problem().tracks().stream()
                .anyMatch(track -> track.id().equals(client.preferences().trackId()) && track.covers(when));
    }

    /** Where one of the sessions in question could be as wished when nothing else moves. */
    private String session(
            RosterClient client, Predicate<Visit> questioned, Predicate<Option> wished, String otherwise) {
        for (var visit : board.visitsOf(UUID.fromString(client.id()))) {
            if (questioned.test(visit)) {
                board.remove(visit);
                var option = board
                        .options(
                                visit.client(),
                                EngineWords.of(visit.kind()),
                                visit.when().minutes(),
                                when -> true)
                        .stream()
                        .filter(wished)
                        .findFirst();
                board.put(visit);
                if (option.isPresent()) {
                    return "%s with %s would meet it; the week as a whole would lose more than it gains."
                            .formatted(
                                    option.get().when(),
                                    week.names().clinician(option.get().clinician()));
                }
            }
        }
        return otherwise;
    }

    /** What keeps the client from the groups that would be as wished, the nearest first. */
    private String cohort(RosterClient client, Predicate<RosterCohort> wished) {
        var present = Optional.ofNullable(roster.cohortByClient().get(client.id()));
        var suitable = week.problem().cohorts().stream()
                .filter(wished)
                .filter(cohort -> !cohort.id().equals(present.orElse("")))
                .toList();
        if (suitable.isEmpty()) {
            return "The program has no such group this week.";
        }
        var inHours = suitable.stream()
                .filter(cohort -> cohort.slots().stream().allMatch(client.availability()::covers))
                .toList();
        if (inHours.isEmpty()) {
            return "Such a group would be %s, outside the client's hours."
                    .formatted(
                            week.names().series(UUID.fromString(suitable.get(0).id())));
        }
        for (var cohort : inHours) {
            var name = week.names().series(UUID.fromString(cohort.id()));
            var members = roster.cohortByClient().values().stream()
                    .filter(cohort.id()::equals)
                    .count();
            if (!roster.facilitatorByCohort().containsKey(cohort.id())) {
                return "%s would meet it, but is not open this week.".formatted(name);
            }
            if (members < cohort.capacity()) {
                return "%s has a free seat; the week as a whole would lose more than it gains.".formatted(name);
            }
        }
        return "%s is full."
                .formatted(week.names().series(UUID.fromString(inHours.get(0).id())));
    }
}
