package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.problem.PublishedWeek;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterClient;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.RosterCohort;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The problem with everyone known by position instead of id, on the grid. Never changes. */
final class IndexedProblem {

    final RosterProblem source;
    final Freedom freedom;
    final Grid grid;
    final List<IndexedClinician> clinicians;
    final List<IndexedCohort> cohorts;
    final List<IndexedClient> clients;
    final Map<String, Integer> clinicianIndex;
    final Map<String, Integer> cohortIndex;
    final Map<String, Integer> clientIndex;

    /** Clients of whom anything may move, by position. */
    final int[] movable;

    /** By cohort, the clients who could join it if nobody else were there. */
    final int[][] couldJoin;

    /** By cohort and day, a number that equal blocks share; 0 is no block. */
    final int[][] dayPatterns;

    /** How many numbers {@link #dayPatterns} uses. */
    final int dayPatternCount;

    /** By cohort, a number that cohorts with equal blocks share. */
    final int[] weekPatterns;

    /** By client, the clients whom they must not meet, whichever side has said so. */
    private final List<BitSet> noContact;

    IndexedProblem(RosterProblem source) {
        this(source, Freedom.EVERYTHING);
    }

    IndexedProblem(RosterProblem source, Freedom freedom) {
        this.source = source;
        this.freedom = freedom;
        this.grid = new Grid(source);
        this.clinicianIndex = index(source.clinicians(), RosterClinician::id);
        this.cohortIndex = index(source.cohorts(), RosterCohort::id);
        this.clientIndex = index(source.clients(), RosterClient::id);
        int overtimeWeight = source.weights().overtime();
        this.clinicians = source.clinicians().stream()
                .map(clinician -> new IndexedClinician(clinician, grid, overtimeWeight))
                .toList();
        this.cohorts = source.cohorts().stream().map(this::indexed).toList();
        this.clients = source.clients().stream()
                .map(client -> new IndexedClient(client, this))
                .toList();
        this.noContact = source.clients().stream().map(client -> new BitSet()).toList();
        for (RosterClient client : source.clients()) {
            int one = position(clientIndex, client.id());
            for (String otherId : client.noContact()) {
                int other = position(clientIndex, otherId);
                noContact.get(one).set(other);
                noContact.get(other).set(one);
            }
        }
        this.movable = IntStream.range(0, clients.size())
                .filter(client -> clients.get(client).isMovable())
                .toArray();
        this.couldJoin = couldJoin();
        this.dayPatterns = new int[cohorts.size()][Grid.DAYS];
        this.weekPatterns = new int[cohorts.size()];
        Map<List<IndexedCohort.Block>, Integer> ofDay = new HashMap<>(Map.of(List.of(), 0));
        Map<List<IndexedCohort.Block>, Integer> ofWeek = new HashMap<>();
        for (int g = 0; g < cohorts.size(); g++) {
            weekPatterns[g] = number(ofWeek, cohorts.get(g).blocks);
            for (int day = 0; day < Grid.DAYS; day++) {
                dayPatterns[g][day] = number(ofDay, cohorts.get(g).blocksOn(day));
            }
        }
        this.dayPatternCount = ofDay.size();
    }

    private static int number(Map<List<IndexedCohort.Block>, Integer> numbers, List<IndexedCohort.Block> blocks) {
        int next = numbers.size();
        return numbers.computeIfAbsent(blocks, each -> next);
    }

    private IndexedCohort indexed(RosterCohort cohort) {
        int decided = cohort.facilitatorId() == null
                ? IndexedCohort.NO_FACILITATOR
                : position(clinicianIndex, cohort.facilitatorId());
        PublishedWeek week = source.published();
        String leader =
                week == null ? null : week.roster().facilitatorByCohort().get(cohort.id());
        Integer published = leader == null ? null : clinicianIndex.get(leader);
        if (week == null || leader == null || published == null) {
            int nobody = leader == null ? IndexedCohort.NO_FACILITATOR : IndexedCohort.GONE;
            return new IndexedCohort(cohort, grid, source.clinicians(), decided, nobody);
        }
        boolean stays = (!freedom.mayChangeFacilitator(cohort.id()) || week.isWithinNotice(cohort))
                && PublishedWeek.isStillPossible(source, cohort, leader);
        return new IndexedCohort(cohort, grid, source.clinicians(), stays ? published : decided, published);
    }

    private int[][] couldJoin() {
        List<IntBag> byCohort = new ArrayList<>();
        cohorts.forEach(cohort -> byCohort.add(new IntBag()));
        for (int client : movable) {
            for (int cohort : clients.get(client).cohorts) {
                byCohort.get(cohort).add(client);
            }
        }
        return byCohort.stream()
                .map(bag -> IntStream.range(0, bag.size()).map(bag::get).toArray())
                .toArray(int[][]::new);
    }

    /** What has been published of the week, empty when nothing has. */
    Roster published() {
        return source.published() == null ? Roster.EMPTY : source.published().roster();
    }

    private static <T> Map<String, Integer> index(List<T> all, Function<T, String> id) {
        Map<String, Integer> index = new HashMap<>();
        all.forEach(each -> index.put(id.apply(each), index.size()));
        return index;
    }

    /** Position of an id; refuses one that is not in the problem. */
    static int position(Map<String, Integer> index, String id) {
        Integer position = index.get(id);
        if (position == null) {
            throw new IllegalArgumentException(id + " is not in the problem.");
        }
        return position;
    }

    /** What a session saves, charged as moved, when it is at its published time, with its published clinician or another. */
    long savedByStaying(boolean sameClinician) {
        return Cost.soft((long) source.weights().sessionMoved()
                - (sameClinician ? 0 : source.weights().clinicianChanged()));
    }

    boolean mustNotMeet(int client, int other) {
        return noContact.get(client).get(other);
    }

    /** Whether there is anyone whom the client must not meet. */
    boolean avoidsAnyone(int client) {
        return !noContact.get(client).isEmpty();
    }
}
