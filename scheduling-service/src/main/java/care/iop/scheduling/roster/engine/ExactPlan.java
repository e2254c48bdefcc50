package care.iop.scheduling.roster.engine;

import care.iop.scheduling.roster.engine.GroupOptions.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest plan of one client's sessions beside a group, exact also where several of them with one clinician take overtime,
 * the weekly maximum or the break together, which {@link WeekModel} looks at one by one.
 */
final class ExactPlan {

    /** A group that is opened for the client by one of its facilitators, and the plan beside it. */
    record Opened(Option option, WeekPlan plan) {

        long cost() {
            return option.cost() + plan.cost();
        }
    }

    private final RosterState state;
    private final IndexedProblem problem;
    private final IndexedClient client;
    private final WeekModel model;
    private final boolean thorough;

    /**
     * @param thorough false for one that counts the overtime of several sessions with one clinician but doesn't weigh it against
     *     splitting them up: much faster
     */
    ExactPlan(RosterState state, IndexedClient client, boolean thorough, Blinks blinks) {
        this.state = state;
        this.problem = state.problem;
        this.client = client;
        this.model = WeekModel.ofAllSessions(state, client, blinks);
        this.thorough = thorough;
    }

    /** A cost that no plan can stay below, whatever the group. */
    long leastCost() {
        return model.leastCost();
    }

    /** The cheapest plan below the bound beside a group as the state is now, absent when there is none. */
    @Nullable
    WeekPlan beside(int cohort, DayRules rules, long bound) {
        return exact(model, cohort, rules, Settled.NOBODY, bound);
    }

    /**
     * The cheapest of the openings of one group with its plan, below the bound. A facilitator who holds none of the sessions of
     * {@code untouched} changes nothing about it, and those who come later cost no less, so that few have to be tried for themselves.
     *
     * @param openings of the group, the cheapest first
     * @param untouched the cheapest plan beside the group as if nobody had to lead it
     */
    @Nullable
    Opened opened(List<Option> openings, WeekPlan untouched, DayRules rules, long bound) {
        Opened best = null;
        for (Option option : openings) {
            long most = best == null ? bound : best.cost();
            if (option.cost() + untouched.cost() >= most) {
                break;
            }
            if (!holds(untouched, option.opener())) {
                return new Opened(option, untouched);
            }
            state.open(option.cohort(), option.opener());
            WeekPlan plan = exact(
                    WeekModel.ofAllSessions(state, client, Blinks.NONE),
                    option.cohort(),
                    rules,
                    Settled.NOBODY,
                    most - option.cost());
            state.close(option.cohort());
            best = plan == null ? best : new Opened(option, plan);
        }
        return best;
    }

    private static boolean holds(WeekPlan plan, int clinician) {
        return plan.placements().stream().anyMatch(placement -> placement.clinician() == clinician);
    }

    /** Clinicians whose sessions are decided and charged together, and the overtime that they are charged. */
    private record Settled(Set<Integer> clinicians, long overtime) {

        static final Settled NOBODY = new Settled(Set.of(), 0);

        Settled and(int clinician, long moreOvertime) {
            Set<Integer> more = new HashSet<>(clinicians);
            more.add(clinician);
            return new Settled(more, overtime + moreOvertime);
        }
    }

    /**
     * The model charges each session as if it were its clinician's only new one, which is never too much. When that is too
     * little for a clinician of the plan, every way to give that clinician sessions is tried for itself.
     */
    private @Nullable WeekPlan exact(WeekModel model, int cohort, DayRules rules, Settled settled, long bound) {
        WeekPlan plan = model.cheapest(cohort, rules, bound - settled.overtime());
        if (plan == null) {
            return null;
        }
        WeekPlan.Placement unrested = unrested(plan);
        if (unrested != null) {
            return besideBreak(model, cohort, rules, settled, bound, unrested);
        }
        int clinician = undercharged(plan, settled);
        if (clinician == Week.NONE) {
            return new WeekPlan(
                    plan.placements(), plan.cost() + settled.overtime(), plan.overtime() + settled.overtime());
        }
        if (!thorough) {
            WeekPlan honest = charged(plan, settled);
            if (honest != null) {
                return honest.cost() < bound ? honest : null;
            }
        }
        WeekPlan best = null;
        for (List<Item> split : splits(model.items(), clinician)) {
            int minutes = split.stream()
                    .filter(item -> item.mandatory() && item.choices().indexOf(clinician) >= 0)
                    .mapToInt(item -> item.count() * client.classes.get(item.sessionClass()).minutes)
                    .sum();
            if (!state.hasMinutesFor(clinician, minutes)) {
                continue;
            }
            Settled more = settled.and(clinician, state.addedOvertime(clinician, minutes));
            WeekModel splitModel = new WeekModel(state, client, split);
            WeekPlan found = exact(splitModel, cohort, rules, more, best == null ? bound : best.cost());
            best = found == null ? best : found;
        }
        return best;
    }

    /** The plan with the overtime that it really takes, absent when someone has not enough minutes for it. */
    private @Nullable WeekPlan charged(WeekPlan plan, Settled settled) {
        List<WeekPlan.Placement> placements = plan.placements();
        long more = 0;
        for (int i = 0; i < placements.size(); i++) {
            int clinician = placements.get(i).clinician();
            int minutes = 0;
            long charged = 0;
            boolean first = true;
            for (int j = 0; j < placements.size(); j++) {
                if (placements.get(j).clinician() == clinician) {
                    first &= j >= i;
                    minutes += client.classes.get(placements.get(j).sessionClass()).minutes;
                    charged += placements.get(j).overtime();
                }
            }
            if (!first || settled.clinicians().contains(clinician)) {
                continue;
            }
            if (!state.hasMinutesFor(clinician, minutes)) {
                return null;
            }
            more += state.addedOvertime(clinician, minutes) - charged;
        }
        long added = more + settled.overtime();
        return new WeekPlan(placements, plan.cost() + added, plan.overtime() + added);
    }

    private int undercharged(WeekPlan plan, Settled settled) {
        List<WeekPlan.Placement> placements = plan.placements();
        int found = Week.NONE;
        for (WeekPlan.Placement placement : placements) {
            int clinician = placement.clinician();
            if ((found != Week.NONE && clinician >= found)
                    || settled.clinicians().contains(clinician)) {
                continue;
            }
            int minutes = 0;
            long charged = 0;
            for (WeekPlan.Placement other : placements) {
                if (other.clinician() == clinician) {
                    minutes += client.classes.get(other.sessionClass()).minutes;
                    charged += other.overtime();
                }
            }
            if (!state.hasMinutesFor(clinician, minutes) || state.addedOvertime(clinician, minutes) > charged) {
                found = clinician;
            }
        }
        return found;
    }

    /** A session of the plan whose clinician would be left without a break by it and another of the same day. */
    private WeekPlan.@Nullable Placement unrested(WeekPlan plan) {
        for (WeekPlan.Placement placement : plan.placements()) {
            if (problem.clinicians.get(placement.clinician()).hasPause) {
                BitSet taken = new BitSet();
                for (WeekPlan.Placement other : plan.placements()) {
                    if (other.clinician() == placement.clinician() && other.day() == placement.day()) {
                        taken.set(other.start(), other.start() + client.classes.get(other.sessionClass()).cells);
                    }
                }
                if (BreakGuard.takesPause(state, placement.clinician(), placement.day(), taken)) {
                    return placement;
                }
            }
        }
        return null;
    }

    /** The best plan that leaves the clinician a break on that day: each time for it is tried for itself. */
    private @Nullable WeekPlan besideBreak(
            WeekModel model, int cohort, DayRules rules, Settled settled, long bound, WeekPlan.Placement unrested) {
        IndexedClinician clinician = problem.clinicians.get(unrested.clinician());
        WeekPlan best = null;
        for (int t = clinician.pauseFrom; t + clinician.pauseCells <= clinician.pauseUntil; t++) {
            int from = state.cell(unrested.day(), t);
            int until = from + clinician.pauseCells;
            if (state.isIdle(unrested.clinician(), from, until)) {
                state.hold(unrested.clinician(), from, until, true);
                WeekPlan plan = exact(model.again(), cohort, rules, settled, best == null ? bound : best.cost());
                state.hold(unrested.clinician(), from, until, false);
                best = plan == null ? best : plan;
            }
        }
        return best;
    }

    /** Every way to decide how many sessions of each item the clinician holds. */
    private static List<List<Item>> splits(List<Item> items, int clinician) {
        List<List<Item>> splits = List.of(List.of());
        for (Item item : items) {
            int index = item.choices().indexOf(clinician);
            int most = index < 0 || item.mandatory() ? 0 : item.count();
            List<List<Item>> longer = new ArrayList<>();
            for (List<Item> split : splits) {
                for (int given = 0; given <= most; given++) {
                    List<Item> next = new ArrayList<>(split);
                    if (given > 0) {
                        next.add(new Item(
                                item.sessionClass(), given, item.choices().only(index), true));
                    }
                    if (given < item.count()) {
                        boolean untouched = index < 0 || item.mandatory();
                        next.add(new Item(
                                item.sessionClass(),
                                item.count() - given,
                                untouched ? item.choices() : item.choices().without(index),
                                item.mandatory()));
                    }
                    longer.add(next);
                }
            }
            splits = longer;
        }
        return splits;
    }
}
