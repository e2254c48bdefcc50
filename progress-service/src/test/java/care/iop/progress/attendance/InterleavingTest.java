package care.iop.progress.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.caller.Acting;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the order, repetition and concurrency in which events of bookings arrive, the weekly rollup ends as a recount of
 * each booking's newest state has it.
 */
@ServiceTest
class InterleavingTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 21);
    private static final int CONSUMERS = 4;

    @Inject
    FollowBooking followBooking;

    @Inject
    Acting acting;

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rollupEqualsRecount(long seed) throws Exception {
        // given
        var random = new Random(seed);
        var organization = "interleaving-" + seed;
        var admissions = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var told = new ArrayList<Told>();
        for (int i = 0; i < 40; i++) {
            var bookingId = UUID.randomUUID();
            for (int version = 1; version <= 1 + random.nextInt(5); version++) {
                told.add(new Told(bookingId, version, facts(random, admissions)));
            }
        }
        var deliveries = new ArrayList<>(told);
        for (int i = 0; i < told.size() / 3; i++) {
            deliveries.add(told.get(random.nextInt(told.size())));
        }
        Collections.shuffle(deliveries, random);

        // when
        deliver(organization, deliveries);

        // then
        assertThat(rollup(organization)).isEqualTo(recount(told));
    }

    private void deliver(String organization, List<Told> deliveries) throws InterruptedException, ExecutionException {
        var consumers = Executors.newFixedThreadPool(CONSUMERS);
        try {
            var running = new ArrayList<Future<?>>();
            for (int consumer = 0; consumer < CONSUMERS; consumer++) {
                int first = consumer;
                running.add(consumers.submit(() -> {
                    for (int i = first; i < deliveries.size(); i += CONSUMERS) {
                        take(organization, deliveries.get(i));
                    }
                }));
            }
            for (var consumer : running) {
                consumer.get();
            }
        } finally {
            consumers.shutdown();
        }
    }

    /** As the inbox does, in a transaction of its own; that two of them never wait for each other is part of the test. */
    private void take(String organization, Told told) {
        acting.forOrganization(organization, "events", () -> QuarkusTransaction.requiringNew()
                .run(() -> followBooking.follow(told.bookingId(), told.version(), told.facts())));
    }

    private static UnitFacts facts(Random random, List<UUID> admissions) {
        var statuses = UnitStatus.values();
        return new UnitFacts(
                admissions.get(random.nextInt(admissions.size())),
                FIRST_DAY.plusDays(random.nextInt(21)),
                statuses[random.nextInt(statuses.length)],
                60 * random.nextInt(4),
                random.nextInt(181),
                null,
                null);
    }

    private static Map<String, List<Integer>> recount(List<Told> told) {
        var newest = new HashMap<UUID, Told>();
        for (var one : told) {
            newest.merge(one.bookingId(), one, (a, b) -> a.version() > b.version() ? a : b);
        }
        var weeks = new TreeMap<String, List<Integer>>();
        for (var one : newest.values()) {
            var facts = one.facts();
            var share = facts.share();
            weeks.merge(
                    facts.admissionId() + " " + facts.week().startsOn(),
                    List.of(
                            share.scheduledUnits(),
                            share.programCancelledUnits(),
                            share.attendedUnits(),
                            share.unmarkedUnits(),
                            share.plannedMinutes(),
                            share.deliveredMinutes()),
                    InterleavingTest::sum);
        }
        weeks.values().removeIf(counts -> counts.stream().allMatch(count -> count == 0));
        return weeks;
    }

    private static List<Integer> sum(List<Integer> a, List<Integer> b) {
        var sums = new ArrayList<Integer>();
        for (int i = 0; i < a.size(); i++) {
            sums.add(a.get(i) + b.get(i));
        }
        return List.copyOf(sums);
    }

    private Map<String, List<Integer>> rollup(String organization) {
        var rows = database.texts("""
                select concat_ws(' ', admission_id, week_starts_on, scheduled_units, program_cancelled_units, attended_units,
                                 unmarked_units, planned_minutes, delivered_minutes)
                  from weekly_attendance
                 where organization_id = ?
                   and (scheduled_units, program_cancelled_units, attended_units, unmarked_units, planned_minutes,
                        delivered_minutes) <> (0, 0, 0, 0, 0, 0)
                """, organization);
        var weeks = new TreeMap<String, List<Integer>>();
        for (var row : rows) {
            var values = row.split(" ", -1);
            weeks.put(
                    values[0] + " " + values[1],
                    List.of(values).subList(2, 8).stream().map(Integer::valueOf).toList());
        }
        return weeks;
    }

    /** One event about one booking. */
    private record Told(UUID bookingId, long version, UnitFacts facts) {}
}
