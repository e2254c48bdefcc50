package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                    Rule.CLINICIAN_BREAK,
                    "Everyone of the care team who could hold it would be left without the agreed break.",
                    "the clinician had the break at another time",
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

    /** One bit for each of these rules, in the order of the phrases. */
    private static int bits(Rule... rules) {
        int bits = 0;
        for (int i = 0; i < PHRASES.size(); i++) {
            bits |= List.of(rules).contains(PHRASES.get(i).rule()) ? 1 << i : 0;
        }
        return bits;
    }

    private static final int CLIENT_AVAILABILITY = bits(Rule.CLIENT_AVAILABILITY);
    private static final int CLINICIAN_HOURS = bits(Rule.CLINICIAN_HOURS);
    private static final int CARE_TEAM = bits(Rule.CARE_TEAM);
    private static final int CLINICIAN_MAX_HOURS = bits(Rule.CLINICIAN_MAX_HOURS);
    private static final int CLINICIAN_OVERLAP = bits(Rule.CLINICIAN_OVERLAP);
    private static final int CLINICIAN_BREAK = bits(Rule.CLINICIAN_BREAK);
    private static final int OFFICE_CAPACITY = bits(Rule.OFFICE_CAPACITY);
    private static final int CLIENT_OVERLAP = bits(Rule.CLIENT_OVERLAP);
    private static final int SAME_KIND_SAME_DAY = bits(Rule.SAME_KIND_SAME_DAY);
    private static final int MAX_DAYS = bits(Rule.MAX_DAYS);
    private static final int AUTHORIZED_UNITS = bits(Rule.AUTHORIZED_UNITS);
    private static final int MAX_DAY_HOURS = bits(Rule.MAX_DAY_HOURS);

    /** What is known of the possibilities looked at so far: each is a clinician at a start with the rules that forbid it. */
    private static final class Survey {

        private int seen;
        private int nearest;
        private int nearestEffort;
        private int clinician;
        private int day;
        private int start;

        /** By number of rules that forbid a possibility, which rules those are. */
        private final int[] byCount = new int[PHRASES.size() + 1];

        /** The furthest that any possibility comes through the rules when they are asked in order. */
        private int furthest;

        void note(int blocks, int clinician, int day, int start) {
            int count = Integer.bitCount(blocks);
            byCount[count] |= blocks;
            furthest = Math.max(furthest, Integer.numberOfTrailingZeros(blocks | 1 << (PHRASES.size() - 1)));
            int known = Integer.bitCount(nearest);
            if (seen++ == 0 || count < known || (count == known && effort(blocks) < nearestEffort)) {
                nearest = blocks;
                nearestEffort = effort(blocks);
                this.clinician = clinician;
                this.day = day;
                this.start = start;
            }
        }

        private static int effort(int blocks) {
            int effort = 0;
            for (int rest = blocks; rest != 0; rest &= rest - 1) {
                effort += PHRASES.get(Integer.numberOfTrailingZeros(rest)).effort();
            }
            return effort;
        }

        /** The rule that, asked in order, rules out what the rules before it have left. */
        Phrase decisive() {
            return PHRASES.get(furthest);
        }

        /** The rules of all possibilities that as few rules forbid as the nearest. */
        Set<Rule> nearestRules() {
            Set<Rule> rules = EnumSet.noneOf(Rule.class);
            phrases(byCount[Integer.bitCount(nearest)]).forEach(phrase -> rules.add(phrase.rule()));
            return rules;
        }

        /** What would have to change for the nearest. */
        String remedies() {
            return phrases(nearest).stream().map(Phrase::remedy).collect(Collectors.joining(" and "));
        }

        private static List<Phrase> phrases(int blocks) {
            return IntStream.range(0, PHRASES.size())
                    .filter(i -> (blocks & 1 << i) != 0)
                    .mapToObj(PHRASES::get)
                    .toList();
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
        Survey survey = survey(client, new OwnWeek(problem, week), alike, among, starts);
        if (survey.seen == 0) {
            return nobodyMayHoldIt(client, alike, session);
        }
        String where = "%s with clinician %s"
                .formatted(
                        problem.grid.window(survey.day, survey.start, alike.minutes),
                        problem.clinicians.get(survey.clinician).source.id());
        if (survey.nearest == 0) {
            String reason = "%s is possible, but the search ended before it was found.".formatted(where);
            return unassigned(client, session, Set.of(), reason, null);
        }
        String alternative = Integer.bitCount(survey.nearest) > 2
                ? null
                : "%s would be possible if %s.".formatted(where, survey.remedies());
        return unassigned(
                client, session, survey.nearestRules(), survey.decisive().reason(), alternative);
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

    private Survey survey(IndexedClient client, OwnWeek own, SessionClass alike, IntPredicate among, Starts starts) {
        int[] ofClient = ofClient(client, own, alike);
        Survey survey = new Survey();
        for (int clinician = 0; clinician < problem.clinicians.size(); clinician++) {
            IndexedClinician indexed = problem.clinicians.get(clinician);
            if (!among.test(clinician) || !indexed.source.mayHold(alike.kind, client.source)) {
                continue;
            }
            boolean ofTheTeam = client.source.careTeam().contains(indexed.source.id());
            boolean hasMinutes = others.hasMinutesFor(clinician, alike.minutes + own.minutesWith(clinician));
            int always = (ofTheTeam ? 0 : CARE_TEAM) | (hasMinutes ? 0 : CLINICIAN_MAX_HOURS);
            for (int day = 0; day < Grid.DAYS; day++) {
                for (int start = 0; start + alike.cells <= problem.grid.cells(); start++) {
                    if (problem.grid.mayStart(start) && starts.include(day, start)) {
                        int from = others.cell(day, start);
                        int blocks = always | ofClient[from] | ofClinician(clinician, from, from + alike.cells);
                        survey.note(blocks, clinician, day, start);
                    }
                }
            }
        }
        return survey;
    }

    private int ofClinician(int clinician, int from, int until) {
        if (others.freeRun(clinician)[from] < until - from) {
            boolean[] works = problem.clinicians.get(clinician).available;
            int blocks = 0;
            for (int cell = from; cell < until; cell++) {
                blocks |= works[cell] ? 0 : CLINICIAN_HOURS;
                blocks |= others.isBusy(clinician, cell) ? CLINICIAN_OVERLAP : 0;
            }
            return blocks;
        }
        return others.leavesPause(clinician, from, until) ? 0 : CLINICIAN_BREAK;
    }

    /** By start, the rules that forbid it whoever holds the session. */
    private int[] ofClient(IndexedClient client, OwnWeek own, SessionClass alike) {
        int[] byStart = new int[problem.grid.weekCells()];
        int days = 0;
        for (int day = 0; day < Grid.DAYS; day++) {
            days += client.countsAsDay(day, own.minutesOn(day)) ? 1 : 0;
        }
        for (int day = 0; day < Grid.DAYS; day++) {
            int minutes = own.minutesOn(day) + alike.minutes;
            boolean oneMore = client.countsAsDay(day, minutes) && !client.countsAsDay(day, own.minutesOn(day));
            int ofDay = (own.has(day, alike.kind.dailyVisit()) ? SAME_KIND_SAME_DAY : 0)
                    | (oneMore && days >= client.source.limits().maxDays() ? MAX_DAYS : 0)
                    | (oneMore && days >= client.source.limits().authorizedDays() ? AUTHORIZED_UNITS : 0)
                    | (minutes > client.source.limits().maxDayMinutes() ? MAX_DAY_HOURS : 0);
            for (int start = 0; start + alike.cells <= problem.grid.cells(); start++) {
                int from = others.cell(day, start);
                int until = from + alike.cells;
                boolean office = client.source.telehealth() || others.offices().isFree(from, until);
                int blocks = ofDay | (office ? 0 : OFFICE_CAPACITY);
                for (int cell = from; cell < until; cell++) {
                    blocks |= client.available[cell] ? 0 : CLIENT_AVAILABILITY;
                    blocks |= own.isBusy(cell) ? CLIENT_OVERLAP : 0;
                }
                byStart[from] = blocks;
            }
        }
        return byStart;
    }
}
