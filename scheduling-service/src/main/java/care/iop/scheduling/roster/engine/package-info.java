/**
 * The roster engine: decides a program's week for every client together, or one client's week given the others.
 * Pure Java; knows nothing of the database, HTTP or the clock on the wall beyond its time limit.
 *
 * <p>To read it, start at {@link RosterEngine}: {@code Construction} places every client once, {@code Improvement} takes
 * few weeks apart at a time and puts them back, both by {@code BestWeek}, which finds one client's best week exactly:
 * {@code DayPlans} through a day, {@code WeekModel} through the days, {@code BestWeek} across groups and clinicians'
 * hours. {@code RosterState} is everybody else. The rules are in {@code constraint}; the search never consults them,
 * and tests hold its own arithmetic to their full count.
 */
@NullMarked
package care.iop.scheduling.roster.engine;

import org.jspecify.annotations.NullMarked;
