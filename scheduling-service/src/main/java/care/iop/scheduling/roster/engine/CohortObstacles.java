package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why no group takes a client. */
final class CohortObstacles {

    /** A rule with what it means for the groups that it rules out, and what would have to change. */
    private record Phrase(Rule rule, String ruledOut, String remedy) {}

    /** From what is decided once and for all to what changes from week to week. */
    private static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    Rule.COHORT_MODE, "meeting the other way (video or in person)", "the client could come that way"),
            new Phrase(Rule.COHORT_LANGUAGE, "in another language", "it were held in a language of the client's"),
            new Phrase(Rule.COHORT_GENDER, "for another gender", "it were open to the client's gender"),
            new Phrase(Rule.COHORT_TRAUMA_TRACK, "for trauma clients only", "it were not on the trauma track"),
            new Phrase(
                    Rule.CLIENT_AVAILABILITY,
                    "outside the client's available hours",
                    "the client were available during all of its blocks"),
            new Phrase(Rule.MAX_DAYS, "on more days than the client may come", "the client might come on more days"),
            new Phrase(
                    Rule.MAX_DAY_HOURS,
                    "with longer days than the client may have",
                    "the client might have longer days"),
            new Phrase(Rule.WEEKLY_HOURS, "outside the prescribed weekly hours", "the prescription allowed its hours"),
            new Phrase(
                    Rule.AUTHORIZED_UNITS,
                    "with more hours or days than the payer authorizes",
                    "the payer authorized more"),
            new Phrase(
                    Rule.NO_CONTACT,
                    "with a member whom the client must not meet",
                    "a member whom the client must not meet were elsewhere"),
            new Phrase(Rule.COHORT_CAPACITY, "full", "it had one more seat"),
            new Phrase(
                    Rule.GROUP_ROOM_CAPACITY,
                    "not open and without a free group room",
                    "a group room were free during its blocks"),
            new Phrase(Rule.COHORT_NOT_OPEN, "not open and with nobody free to lead", "someone were free to lead it"));

    private final RosterState others;
    private final IndexedProblem problem;

    CohortObstacles(RosterState others) {
        this.others = others;
        this.problem = others.problem;
    }

    Unassigned explain(Week week) {
        return explain(week, cohort -> true, "");
    }

    /**
     * Why none of some groups takes the client.
     *
     * @param among the groups that are asked about
     * @param kind of group in words, with a space before it, or empty
     */
    Unassigned explain(Week week, IntPredicate among, String kind) {
        IndexedClient client = problem.clients.get(week.client);
        int asked = 0;
        Map<Rule, Integer> ruledOut = new EnumMap<>(Rule.class);
        Set<Rule> blockedBy = EnumSet.noneOf(Rule.class);
        int nearest = Week.NONE;
        Set<Rule> nearestBlocks = Set.of();
        for (int cohort = 0; cohort < problem.cohorts.size(); cohort++) {
            if (!among.test(cohort)) {
                continue;
            }
            asked++;
            Set<Rule> blocks = blocks(week.client, cohort);
            blockedBy.addAll(blocks);
            if (blocks.isEmpty()) {
                return new Unassigned(
                        client.source.id(),
                        null,
                        Set.of(),
                        "Group %s would be possible, but the search found no better week that includes it."
                                .formatted(describe(cohort)),
                        null);
            }
            ruledOut.merge(first(blocks).rule(), 1, Integer::sum);
            if (nearest == Week.NONE || isNearer(blocks, nearestBlocks)) {
                nearest = cohort;
                nearestBlocks = blocks;
            }
        }
        return new Unassigned(
                client.source.id(),
                null,
                blockedBy,
                asked == 0 ? "The program has no groups%s.".formatted(kind) : sentence(ruledOut, asked, kind),
                alternative(nearest, nearestBlocks));
    }

    private static Phrase first(Set<Rule> blocks) {
        return PHRASES.stream()
                .filter(phrase -> blocks.contains(phrase.rule()))
                .findFirst()
                .orElseThrow();
    }

    /** Fewer rules are nearer; among as many, those that change from week to week. */
    private static boolean isNearer(Set<Rule> blocks, Set<Rule> than) {
        int difference = blocks.size() - than.size();
        return difference < 0 || (difference == 0 && PHRASES.indexOf(first(blocks)) > PHRASES.indexOf(first(than)));
    }

    private String sentence(Map<Rule, Integer> ruledOut, int asked, String kind) {
        List<String> parts = new ArrayList<>();
        for (Phrase phrase : PHRASES) {
            Integer count = ruledOut.get(phrase.rule());
            if (count != null) {
                parts.add(count + " " + phrase.ruledOut());
            }
        }
        return "None of the %d groups%s fits: %s.".formatted(asked, kind, String.join(", ", parts));
    }

    private @Nullable String alternative(int cohort, Set<Rule> blocks) {
        return cohort != Week.NONE && blocks.size() == 1
                ? "Group %s would be possible if %s."
                        .formatted(describe(cohort), first(blocks).remedy())
                : null;
    }

    private String describe(int cohort) {
        RosterCohort source = problem.cohorts.get(cohort).source;
        return source.id()
                + source.slots().stream().map(WeekWindow::toString).collect(Collectors.joining(", ", " (", ")"));
    }

    private Set<Rule> blocks(int client, int cohort) {
        RosterClient source = problem.clients.get(client).source;
        IndexedCohort indexed = problem.cohorts.get(cohort);
        RosterCohort group = indexed.source;
        Set<Rule> blocks = EnumSet.noneOf(Rule.class);
        blockIf(blocks, group.tele() != source.teleOnly(), Rule.COHORT_MODE);
        blockIf(blocks, !group.isUnderstoodBy(source), Rule.COHORT_LANGUAGE);
        blockIf(blocks, !group.gender().admits(source.gender()), Rule.COHORT_GENDER);
        blockIf(blocks, group.traumaTrack() && !source.trauma(), Rule.COHORT_TRAUMA_TRACK);
        boolean available = group.slots().stream().allMatch(source.availability()::covers);
        blockIf(blocks, !available, Rule.CLIENT_AVAILABILITY);
        IndexedClient own = problem.clients.get(client);
        int days = own.daysIn(indexed);
        boolean tooManyDays = days > own.mostDays;
        blockIf(blocks, tooManyDays && days > source.limits().maxDays(), Rule.MAX_DAYS);
        blockIf(blocks, tooManyDays && days > source.limits().authorizedDays(), Rule.AUTHORIZED_UNITS);
        boolean longDay = IntStream.range(0, Grid.DAYS)
                .anyMatch(day -> indexed.minutesOn(day) > source.limits().maxDayMinutes());
        blockIf(blocks, longDay, Rule.MAX_DAY_HOURS);
        int complete = indexed.minutes + problem.clients.get(client).sessionMinutes;
        boolean outOfBand = indexed.minutes > source.limits().band().maxMinutes()
                || complete < source.limits().band().minMinutes();
        blockIf(blocks, outOfBand, Rule.WEEKLY_HOURS);
        blockIf(blocks, indexed.minutes > source.limits().authorizedMinutes(), Rule.AUTHORIZED_UNITS);
        boolean full = others.membersOf(cohort).size() >= group.capacity();
        blockIf(blocks, full, Rule.COHORT_CAPACITY);
        IntBag members = others.membersOf(cohort);
        boolean meets = IntStream.range(0, members.size()).anyMatch(i -> problem.mustNotMeet(members.get(i), client));
        blockIf(blocks, meets, Rule.NO_CONTACT);
        if (!others.isOpen(cohort)) {
            blockIf(blocks, !others.hasRoomsFor(cohort), Rule.GROUP_ROOM_CAPACITY);
            boolean nobody = IntStream.of(indexed.facilitators).noneMatch(n -> others.canLead(n, cohort));
            blockIf(blocks, nobody, Rule.COHORT_NOT_OPEN);
        }
        return blocks;
    }

    private static void blockIf(Set<Rule> blocks, boolean blocked, Rule rule) {
        if (blocked) {
            blocks.add(rule);
        }
    }
}
