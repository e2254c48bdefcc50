package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Why a session of a client has no place: every start with every clinician who may hold it is looked at. */
final class SessionObstacles {

    /**
     * A rule with the reason to give when it rules out the last possibilities, and what would have to change.
     *
     * @param effort how hard the change is, roughly; less is nearer
     */
    private record Phrase(Rule rule, String reason, String remedy, int effort) {}

    /** In the order in which a scheduler would ask. */
    private static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    Rule.CLIENT_AVAILABILITY,
                    "The client is never available for long enough while the program is staffed.",
                    "the client were available",
                    10),
            new Phrase(
                    Rule.CLINICIAN_HOURS,
                    "Nobody who may hold it works in the client's available hours.",
                    "the clinician worked then",
                    9),
            new Phrase(
                    Rule.CARE_TEAM,
                    "Nobody of the care team who may hold it works in the client's available hours.",
                    "the clinician joined the care team",
                    3),
            new Phrase(
                    Rule.CLINICIAN_MAX_HOURS,
                    "Everyone of the care team who could hold it has no weekly hours left.",
                    "the clinician had more weekly hours",
                    5),
            new Phrase(
                    Rule.CLINICIAN_OVERLAP,
                    "Everyone of the care team who could hold it is busy whenever the client is available.",
                    "the clinician were free",
                    2),
            new Phrase(
                    Rule.OFFICE_CAPACITY,
                    "Whenever the client and the care team are free, every office is taken.",
                    "an office were free",
                    1),
            new Phrase(
                    Rule.CLIENT_OVERLAP,
                    "Whenever the care team and an office are free, the client has another appointment.",
                    "the client's other appointment moved",
                    8),
            new Phrase(
                    Rule.SAME_KIND_SAME_DAY,
                    "It could only be on days that already hold a session of its kind.",
                    "the session of its kind on that day moved",
                    4),
            new Phrase(
                    Rule.MAX_DAYS,
                    "It could only be on a further day, and the client already comes on as many as allowed.",
                    "the client might come on one more day",
                    7),
            new Phrase(
                    Rule.AUTHORIZED_UNITS,
                    "It could only be on a further day, and the payer authorizes no more days this week.",
                    "the payer authorized one more day",
                    7),
            new Phrase(
                    Rule.MAX_DAY_HOURS,
                    "It could only be on days that already have as many hours as allowed.",
                    "the client might have more hours on that day",
                    6));

    private final RosterState others;
    private final IndexedProblem problem;

    SessionObstacles(RosterState others) {
        this.others = others;
        this.problem = others.problem;
    }

    /** A clinician at a start, and the rules that forbid it. */
    private record Possibility(int clinician, int day, int start, Set<Rule> blocks) {

        boolean isNearerThan(Possibility other) {
            int fewer = blocks.size() - other.blocks.size();
            return fewer < 0 || (fewer == 0 && effort(blocks) < effort(other.blocks));
        }

        private static int effort(Set<Rule> blocks) {
            return PHRASES.stream()
                    .filter(phrase -> blocks.contains(phrase.rule()))
                    .mapToInt(Phrase::effort)
                    .sum();
        }
    }

    Unassigned explain(Week week, SessionClass alike, int session) {
        return explain(week, alike, session, clinician -> true, (day, start) -> true);
    }

    /** Which starts on which days are asked about. */
    interface Starts {
        boolean include(int day, int start);
    }

    /** Why the session has no place with some clinicians at some times. */
    Unassigned explain(Week week, SessionClass alike, int session, IntPredicate among, Starts starts) {
        IndexedClient client = problem.clients.get(week.client);
        TooMuch prescribed = tooMuch(client, week, alike.minutes);
        if (prescribed != null) {
            return unassigned(client, session, Set.of(prescribed.rule()), prescribed.reason(), null);
        }
        List<Possibility> possibilities = possibilities(client, new OwnWeek(problem, week), alike, among, starts);
        if (possibilities.isEmpty()) {
            return nobodyMayHoldIt(client, alike, session);
        }
        Possibility nearest = possibilities.get(0);
        for (Possibility possibility : possibilities) {
            nearest = possibility.isNearerThan(nearest) ? possibility : nearest;
        }
        String where = "%s with clinician %s"
                .formatted(
                        problem.grid.window(nearest.day(), nearest.start(), alike.minutes),
                        problem.clinicians.get(nearest.clinician()).source.id());
        if (nearest.blocks().isEmpty()) {
            String reason = "%s is possible, but the search ended before it was found.".formatted(where);
            return unassigned(client, session, Set.of(), reason, null);
        }
        Phrase decisive = decisive(possibilities);
        String alternative =
                nearest.blocks().size() > 2 ? null : "%s would be possible if %s.".formatted(where, remedies(nearest));
        return unassigned(client, session, nearestRules(possibilities, nearest), decisive.reason(), alternative);
    }

    private static Unassigned unassigned(
            IndexedClient client, int session, Set<Rule> blockedBy, String reason, @Nullable String alternative) {
        String sessionId = client.source.sessions().get(session).id();
        return new Unassigned(client.source.id(), sessionId, blockedBy, reason, alternative);
    }

    /** Why the week as a whole has no room for it. */
    private record TooMuch(Rule rule, String reason) {}

    private @Nullable TooMuch tooMuch(IndexedClient client, Week week, int minutes) {
        int most = client.source.limits().band().maxMinutes();
        int cohortMinutes = week.cohort == Week.NONE ? 0 : problem.cohorts.get(week.cohort).minutes;
        int authorized = client.source.limits().authorizedMinutes();
        if (cohortMinutes + client.placedMinutes(week) + minutes > authorized) {
            return new TooMuch(
                    Rule.AUTHORIZED_UNITS,
                    "With it the week would exceed the authorized %s.".formatted(WeekWindow.hours(authorized)));
        }
        if (cohortMinutes + client.placedMinutes(week) + minutes > most) {
            return new TooMuch(
                    Rule.WEEKLY_HOURS,
                    "With it the week would exceed the prescribed %s.".formatted(WeekWindow.hours(most)));
        }
        return client.sessionsMakeAWeek()
                ? null
                : new TooMuch(
                        Rule.WEEKLY_HOURS,
                        "All prescribed sessions together stay below the prescribed %s, and no group is prescribed."
                                .formatted(WeekWindow.hours(
                                        client.source.limits().band().minMinutes())));
    }

    private static Unassigned nobodyMayHoldIt(IndexedClient client, SessionClass alike, int session) {
        boolean traumaInformed = client.source.trauma() && alike.kind == SessionKind.INDIVIDUAL;
        String reason = "No clinician of the program has the credential %s%s, and works long enough."
                .formatted(alike.kind.credential(), traumaInformed ? " and is trauma-informed" : "");
        return unassigned(client, session, Set.of(Rule.CREDENTIAL), reason, null);
    }

    /** The rule that, asked in order, rules out what the rules before it have left. */
    private static Phrase decisive(List<Possibility> possibilities) {
        List<Possibility> left = possibilities;
        Phrase decisive = PHRASES.get(0);
        for (Phrase phrase : PHRASES) {
            if (!left.isEmpty()) {
                decisive = phrase;
            }
            left = left.stream()
                    .filter(possibility -> !possibility.blocks().contains(phrase.rule()))
                    .toList();
        }
        return decisive;
    }

    private static Set<Rule> nearestRules(List<Possibility> possibilities, Possibility nearest) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (Possibility possibility : possibilities) {
            if (possibility.blocks().size() == nearest.blocks().size()) {
                rules.addAll(possibility.blocks());
            }
        }
        return rules;
    }

    private static String remedies(Possibility possibility) {
        List<String> remedies = new ArrayList<>();
        for (Phrase phrase : PHRASES) {
            if (possibility.blocks().contains(phrase.rule())) {
                remedies.add(phrase.remedy());
            }
        }
        return String.join(" and ", remedies);
    }

    private List<Possibility> possibilities(
            IndexedClient client, OwnWeek own, SessionClass alike, IntPredicate among, Starts starts) {
        List<Possibility> possibilities = new ArrayList<>();
        for (int clinician = 0; clinician < problem.clinicians.size(); clinician++) {
            if (!among.test(clinician)
                    || !problem.clinicians.get(clinician).source.mayHold(alike.kind, client.source)) {
                continue;
            }
            for (int day = 0; day < Grid.DAYS; day++) {
                for (int start = 0; start + alike.cells <= problem.grid.cells(); start++) {
                    if (problem.grid.mayStart(start) && starts.include(day, start)) {
                        Set<Rule> blocks = blocks(client, own, alike, clinician, day, start);
                        possibilities.add(new Possibility(clinician, day, start, blocks));
                    }
                }
            }
        }
        return possibilities;
    }

    private Set<Rule> blocks(IndexedClient client, OwnWeek own, SessionClass alike, int clinician, int day, int start) {
        RosterClient source = client.source;
        int from = others.cell(day, start);
        int until = from + alike.cells;
        Set<Rule> blocks = EnumSet.noneOf(Rule.class);
        for (int cell = from; cell < until; cell++) {
            blockIf(blocks, !client.available[cell], Rule.CLIENT_AVAILABILITY);
            blockIf(blocks, !problem.clinicians.get(clinician).available[cell], Rule.CLINICIAN_HOURS);
            blockIf(blocks, others.isBusy(clinician, cell), Rule.CLINICIAN_OVERLAP);
            blockIf(blocks, own.isBusy(cell), Rule.CLIENT_OVERLAP);
        }
        boolean ofTheTeam = source.careTeam()
                .contains(problem.clinicians.get(clinician).source.id());
        blockIf(blocks, !ofTheTeam, Rule.CARE_TEAM);
        int clinicianMinutes = alike.minutes + own.minutesWith(clinician);
        blockIf(blocks, !others.hasMinutesFor(clinician, clinicianMinutes), Rule.CLINICIAN_MAX_HOURS);
        boolean needsOffice = !source.telehealth();
        blockIf(blocks, needsOffice && !others.offices().isFree(from, until), Rule.OFFICE_CAPACITY);
        blockIf(blocks, own.has(day, alike.kind.dailyVisit()), Rule.SAME_KIND_SAME_DAY);
        boolean furtherDay = !own.uses(day);
        blockIf(blocks, furtherDay && own.days() >= source.limits().maxDays(), Rule.MAX_DAYS);
        blockIf(blocks, furtherDay && own.days() >= source.limits().authorizedDays(), Rule.AUTHORIZED_UNITS);
        boolean tooLong = own.minutesOn(day) + alike.minutes > source.limits().maxDayMinutes();
        blockIf(blocks, tooLong, Rule.MAX_DAY_HOURS);
        return blocks;
    }

    private static void blockIf(Set<Rule> blocks, boolean blocked, Rule rule) {
        if (blocked) {
            blocks.add(rule);
        }
    }
}
