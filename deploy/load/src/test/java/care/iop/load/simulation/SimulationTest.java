package care.iop.load.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    @Test
    void sameSeedMakesTheSamePeopleInAnyOrder() {
        // given
        var one = new Simulation(year(7, 50));
        var other = new Simulation(year(7, 50));

        // when
        var forward = IntStream.range(0, 50).mapToObj(one::person).toList();
        var backward =
                IntStream.range(0, 50).map(i -> 49 - i).mapToObj(other::person).toList();

        // then
        for (int i = 0; i < 50; i++) {
            assertEquals(forward.get(i), backward.get(49 - i));
        }
    }

    @Test
    void anotherSeedMakesOtherPeople() {
        // when
        var one = new Simulation(year(7, 1)).person(0);
        var other = new Simulation(year(8, 1)).person(0);

        // then
        assertNotEquals(one.patientId(), other.patientId());
    }

    @Test
    void episodesEndAsTheYearOf2004Had() {
        // given
        var simulation = new Simulation(year(1, 20_000));
        var calibration = new Calibration(simulation.year());

        // when
        IntStream.range(0, 20_000).mapToObj(simulation::person).forEach(calibration::add);

        // then
        for (var disposition : Disposition.values()) {
            assertEquals(disposition.share(), calibration.share(disposition), 0.02, disposition + " share");
            assertEquals(disposition.medianDays(), calibration.medianDays(disposition), 3, disposition + " days");
        }
        assertTrue(calibration.noShowRate() > 0.17 && calibration.noShowRate() < 0.374, calibration.table());
        assertTrue(
                calibration.usedShare(true) < calibration.usedShare(false),
                "days with use are kept silent more often: " + calibration.table());
    }

    @Test
    void whoDropsOutFadesFirst() {
        // given
        var simulation = new Simulation(year(1, 4_000));
        double[] early = new double[2];
        double[] late = new double[2];

        // when
        IntStream.range(0, 4_000)
                .mapToObj(simulation::person)
                .filter(person -> person.disposition() == Disposition.DROPPED_OUT && person.endedOn() != null)
                .forEach(person -> {
                    for (var day : person.days()) {
                        var part = day.on().isAfter(person.endedOn().minusDays(7)) ? late : early;
                        part[0]++;
                        part[1] += day.reported() ? 1 : 0;
                    }
                });

        // then
        assertTrue(late[1] / late[0] < early[1] / early[0] - 0.15, late[1] / late[0] + " of " + early[1] / early[0]);
    }

    @Test
    void daysAreWithinTheirScalesAndTheStay() {
        // given
        var simulation = new Simulation(year(3, 300));

        for (int number = 0; number < 300; number++) {
            // when
            var person = simulation.person(number);

            // then
            var last = person.endedOn() == null ? simulation.year().lastDay() : person.endedOn();
            assertFalse(person.days().isEmpty());
            assertEquals(person.admittedOn(), person.days().get(0).on());
            assertEquals(last, person.days().get(person.days().size() - 1).on());
            for (var day : person.days()) {
                assertTrue(day.mood() >= 0 && day.mood() <= 10 && day.craving() >= 0 && day.craving() <= 10);
                assertTrue(day.sleepHalfHours() >= 0 && day.sleepHalfHours() <= 48);
            }
            person.scores().forEach(score -> {
                assertEquals(9, score.answers().size());
                assertEquals(0, score.answers().get(8));
                assertTrue(score.answers().stream().allMatch(answer -> answer >= 0 && answer <= 3));
            });
            person.sessions().forEach(session -> assertTrue(session.deliveredMinutes() <= session.plannedMinutes()));
        }
    }

    @Test
    void heaviestYearIsReportedEveryDay() {
        // when
        var person = new Simulation(new Year(1, 1, 1, FIRST_DAY, 365, true)).person(0);

        // then
        assertTrue(person.days().size() > 360 && person.days().stream().allMatch(Person.Day::reported));
        assertEquals(null, person.endedOn());
    }

    private static Year year(long seed, int episodes) {
        return new Year(seed, episodes, 5, FIRST_DAY, 365, false);
    }
}
