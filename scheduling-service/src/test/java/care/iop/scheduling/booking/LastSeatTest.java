package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.booking.BookingCalls.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody wants the same at once and one gets it. {@code deploy/load/last-seat} does this with 100 clients, 1000 times. */
@ServiceTest
class LastSeatTest {

    private static final int CLIENTS = 12;
    private static final int ROUNDS = 4;

    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()";

    @Inject
    Database database;

    private static DemoProgram program;
    private static List<Client> clients;

    @BeforeEach
    void admit() {
        if (program == null) {
            program = Clinic.demoProgram(RIVERSIDE);
            clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Clinic.admit(program));
            }
        }
    }

    /** The database finds a deadlock only after a second, so a race that ends in one is slow; what it counts it tells a second later. */
    private void withoutDeadlock(Function<Integer, List<Callable<Integer>>> round) throws Exception {
        var before = database.number(DEADLOCKS);
        oneWinner(round);
        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> database.number(DEADLOCKS) == before);
    }

    private static void oneWinner(Function<Integer, List<Callable<Integer>>> round) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var statuses = Racers.race(round.apply(i));
            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses.stream().filter(status -> status == 201))
                    .as("round %d", i)
                    .hasSize(1);
        }
    }

    private static List<Callable<Integer>> everybody(Function<Integer, Callable<Integer>> request) {
        var all = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(request.apply(i));
        }
        return all;
    }

    @Test
    void oneSeat() throws Exception {
        var series = BookingCalls.checkIn(program, 1, "06:00");
        oneWinner(round -> everybody(i -> () -> Clinic.book(
                        clients.get(i), series, Clinic.weekAhead().plusDays(5).plusWeeks(round))
                .statusCode()));
    }

    @Test
    void oneClinician() throws Exception {
        var rowan = program.clinicians().get("Rowan Sample");
        withoutDeadlock(round -> everybody(i -> () -> BookingCalls.book(
                        clients.get(i),
                        Clinic.weekAhead().plusDays(1).plusWeeks(round),
                        appointment(rowan, null, i % 2 == 0 ? "09:00" : "09:30"))
                .statusCode()));
    }

    @Test
    void oneRoom() throws Exception {
        var staff = List.of(
                program.clinicians().get("Rowan Sample"), program.clinicians().get("Emerson Sample"));
        var office = program.rooms().get("Office 2");
        withoutDeadlock(round -> everybody(i -> () -> BookingCalls.book(
                        clients.get(i),
                        Clinic.weekAhead().plusDays(3).plusWeeks(round),
                        appointment(staff.get(i % 2), office, "13:00"))
                .statusCode()));
    }

    @Test
    void oneClientWithManyClinicians() throws Exception {
        var staff = List.of(
                program.clinicians().get("Rowan Sample"), program.clinicians().get("Emerson Sample"));
        withoutDeadlock(round -> everybody(i -> () -> BookingCalls.book(
                        clients.get(0),
                        Clinic.weekAhead().plusDays(4).plusWeeks(round),
                        appointment(staff.get(i % 2), null, i % 3 == 0 ? "10:00" : "10:30"))
                .statusCode()));
    }
}
