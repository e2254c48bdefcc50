package care.iop.scheduling.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.roster.Replan.Concerned;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RandomWeeks;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import com.google.ortools.Loader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * When a clinician is away for a day, nearly all of the sessions get a place that can get one when each may make one session of
 * another client move, by the proof of a constraint solver. Groups are not touched by either.
 */
class AbsenceAgainstOptimumTest {

    private static final int PROGRAMS = 6;
    private static final int CLIENTS = 22;
    private static final double SHARE = 0.95;

    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    private final RosterEngine engine = new RosterEngine();

    @Test
    void nearlyAllSessionsThatCanBePlacedAre() {
        // given
        var placed = 0;
        var possible = 0;

        // when
        for (long seed = 1; seed <= PROGRAMS; seed++) {
            var problem = NamedByUuid.problem(RandomWeeks.program(seed, CLIENTS));
            var roster = engine.solve(problem, new Limits(600, Duration.ofMinutes(5), seed))
                    .roster();
            for (var clinician : problem.clinicians()) {
                var day = busiestDay(roster, clinician.id());
                var absence = new Absence(problem, roster, UUID.fromString(clinician.id()), day);
                var here = absence.replan();
                placed += here;
                var most = here == absence.concerned.size() ? here : absence.optimum();
                assertThat(here).isLessThanOrEqualTo(most);
                possible += most;
            }
        }

        // then
        assertThat(possible).isGreaterThan(90);
        assertThat(placed).isGreaterThanOrEqualTo((int) Math.ceil(SHARE * possible));
    }

    private static DayOfWeek busiestDay(Roster roster, String clinician) {
        var busiest = DayOfWeek.MONDAY;
        var most = -1L;
        for (var day : DayOfWeek.values()) {
            var there = roster.sessions().values().stream()
                    .filter(session -> session.clinicianId().equals(clinician)
                            && session.when().day() == day)
                    .count();
            if (there > most) {
                most = there;
                busiest = day;
            }
        }
        return busiest;
    }

    /** A clinician who is away for a day of a published roster; groups that they lead on it are another matter. */
    private static final class Absence {

        private final RosterProblem problem;
        private final Roster roster;
        private final UUID clinician;
        private final DayOfWeek day;
        private final WeekBoard board;
        private final List<Visit> concerned = new ArrayList<>();
        private final List<Visit> others = new ArrayList<>();

        Absence(RosterProblem problem, Roster roster, UUID clinician, DayOfWeek day) {
            this.problem = problem;
            this.roster = roster;
            this.clinician = clinician;
            this.day = day;
            this.board = new WeekBoard(problem);
            roster.facilitatorByCohort().forEach((cohort, leader) -> problem.cohorts().stream()
                    .filter(each -> each.id().equals(cohort))
                    .flatMap(each -> each.slots().stream())
                    .forEach(slot -> board.occupy(UUID.fromString(leader), slot)));
            roster.cohortByClient().forEach((client, cohort) -> problem.cohorts().stream()
                    .filter(each -> each.id().equals(cohort))
                    .flatMap(each -> each.slots().stream())
                    .forEach(slot -> board.attend(UUID.fromString(client), slot)));
            for (var client : problem.clients()) {
                for (var session : client.sessions()) {
                    var now = roster.sessions().get(session.id());
                    if (now != null) {
                        var visit = new Visit(
                                UUID.fromString(client.id()),
                                SessionKind.valueOf(session.kind().name()),
                                now.when(),
                                UUID.fromString(now.clinicianId()),
                                now.roomId() == null ? null : UUID.fromString(now.roomId()),
                                UUID.nameUUIDFromBytes(session.id().getBytes(UTF_8)));
                        board.put(visit);
                        (clinician.equals(visit.clinician()) && visit.when().day() == day ? concerned : others)
                                .add(visit);
                    }
                }
            }
        }

        /** How many of the sessions the replan places; that nothing but sessions alone moves is checked on the way. */
        int replan() {
            board.absent(clinician, Set.of(day));
            concerned.forEach(board::remove);
            var replan = new Replan(board, new PlainNames(List.of(), List.of(), List.of()), visit -> true);
            replan.place(
                    concerned.stream()
                            .map(visit -> new Concerned(
                                    visit.client(), visit.kind(), visit.when().minutes(), visit))
                            .toList(),
                    2);
            var now = new HashSet<UUID>();
            board.visits().forEach(visit -> now.add(visit.bookingId()));
            assertThat(now).containsAll(others.stream().map(Visit::bookingId).toList());
            return replan.placed();
        }

        int optimum() {
            return new BestReplacement(problem, roster, concerned, others, Map.entry(clinician.toString(), day))
                    .placed();
        }
    }
}
