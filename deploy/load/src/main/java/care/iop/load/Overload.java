package care.iop.load;

import care.iop.chassis.testing.TestTokens;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a service five times as many requests as it was just seen to answer. Each has to be answered well or refused with 503 and
 * Retry-After; a person who says that they are not safe has to be answered all the while; and afterwards all is as before.
 */
final class Overload {

    private static final int TIMES = 5;
    private static final String RUN = "overload";
    private static final int CAPACITY_CONNECTIONS = 32;
    /** Far more than a service answers at once. */
    private static final int CONNECTIONS = 800;

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration CAPACITY_FOR = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CALLS_FOR_HELP = Duration.ofMillis(200);
    private static final Duration HELP_WITHIN = Duration.ofSeconds(2);
    private static final int REQUESTS_ALONE = 200;

    private final Duration lasts;
    private final List<String> complaints;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Boolean> referralsTaken = new ConcurrentHashMap<>();

    Overload(Duration lasts, List<String> complaints) {
        this.lasts = lasts;
        this.complaints = complaints;
    }

    /** New referrals for intake. What was refused must not have happened, and what was taken must have, once. */
    void ofIntake(ServiceProcess intake, Ledgers ledgers)
            throws SQLException, InterruptedException, ExecutionException, IOException {
        var token = Requests.token();
        flood(intake, "referrals", connection -> {
            int number = numbers.incrementAndGet();
            var answer = connection.post("/intake/api/referrals", token, "", Requests.referral(RUN, number));
            if (answer.status() == 201 || answer.status() == 503) {
                referralsTaken.put(number, answer.status() == 201);
            }
            return answer;
        });
        var stored = ledgers.referrals(RUN);
        var wrong = referralsTaken.entrySet().stream()
                .filter(request ->
                        stored.getOrDefault(request.getKey(), List.of()).size() != (request.getValue() ? 1 : 0))
                .count();
        if (wrong > 0) {
            complaints.add(wrong + " referrals of the overload were taken and not stored once, or refused and stored");
        }
    }

    /** The caseload for progress, and every moment somebody who is not safe. */
    void ofProgress(ServiceProcess progress) throws InterruptedException, ExecutionException, IOException {
        var person = TestTokens.forPatient(Requests.ORGANIZATION, UUID.randomUUID());
        var staff = ProgressNetwork.staff();
        var week = Dashboards.week(ProgressNetwork.today());
        var waits = new ConcurrentLinkedQueue<Long>();
        var unheard = new AtomicInteger();
        var clock = Executors.newSingleThreadScheduledExecutor();
        try (var line = new KeepAliveConnection(progress.port())) {
            var calling = clock.scheduleAtFixedRate(
                    () -> {
                        long began = System.nanoTime();
                        try {
                            if (line.post("/progress/api/not-safe-now", person, "", "")
                                            .status()
                                    != 200) {
                                unheard.incrementAndGet();
                            }
                        } catch (IOException e) {
                            unheard.incrementAndGet();
                        }
                        waits.add(System.nanoTime() - began);
                    },
                    0,
                    BETWEEN_CALLS_FOR_HELP.toMillis(),
                    TimeUnit.MILLISECONDS);
            flood(
                    progress,
                    "reads of the caseload",
                    connection -> connection.get("/progress/api/caseload?limit=50&week=" + week, staff));
            calling.cancel(false);
            clock.shutdown();
            if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
                complaints.add("the last call for help was not answered within a minute");
            }
        } finally {
            clock.shutdownNow();
        }
        var samples =
                new Samples(List.of(waits.stream().mapToLong(Long::longValue).toArray()));
        print(
                "  %d times somebody was not safe meanwhile: %d were not answered well; p50 %.0f, p99 %.0f, the slowest %.0f ms",
                samples.count(), unheard.get(), samples.millisAt(0.5), samples.millisAt(0.99), samples.millisAt(1));
        if (unheard.get() > 0 || samples.millisAt(1) > HELP_WITHIN.toMillis()) {
            complaints.add("somebody who was not safe was refused, or waited more than " + HELP_WITHIN.toSeconds()
                    + " s, during the overload");
        }
    }

    private interface Asking {
        KeepAliveConnection.Answer ask(KeepAliveConnection connection) throws IOException;
    }

    private void flood(ServiceProcess service, String what, Asking asking)
            throws InterruptedException, ExecutionException, IOException {
        askOneAfterAnother(service, asking);
        var driver = new LoadDriver(service.port());
        double capacity = driver.closedLoop(
                        CAPACITY_CONNECTIONS, WARM_UP, CAPACITY_FOR, connection -> require(asking, connection))
                .perSecond();
        int rate = (int) Math.ceil(capacity * TIMES);
        var answers = new ConcurrentHashMap<String, AtomicInteger>();
        var watch = new ReadinessWatch(service);
        var outcome = driver.openLoop(rate, CONNECTIONS, lasts, connection -> {
            var answer = asking.ask(connection);
            answers.computeIfAbsent(kind(answer), kind -> new AtomicInteger()).incrementAndGet();
        });
        int notReady = watch.stop();
        print(
                "  %s answered %,.0f %s a second; then it was sent %,d a second for %d s over %d connections: %s; p50 %.0f, p99 %.0f ms"
                        + " from when due; %d readiness checks were not UP",
                service.name(),
                capacity,
                what,
                rate,
                lasts.toSeconds(),
                CONNECTIONS,
                answers,
                outcome.latencies().millisAt(0.5),
                outcome.latencies().millisAt(0.99),
                notReady);
        var wrong = new ArrayList<>(answers.keySet());
        wrong.removeAll(Set.of("200", "201", REFUSED));
        if (!wrong.isEmpty()) {
            complaints.add(service.name() + " answered " + wrong + " during the overload");
        }
        if (!answers.containsKey(REFUSED)) {
            complaints.add(service.name() + " refused nothing: it was not overloaded");
        }
        if (notReady > 0) {
            complaints.add(
                    service.name() + " was not ready during the overload: it would have got no requests any more");
        }
        askOneAfterAnother(service, asking);
    }

    /** At first, as a balancer spares what has just started: it still loads its classes. And afterwards, to see that all is as before. */
    private static void askOneAfterAnother(ServiceProcess service, Asking asking) throws IOException {
        try (var connection = new KeepAliveConnection(service.port())) {
            for (int i = 0; i < REQUESTS_ALONE; i++) {
                require(asking, connection);
            }
        }
    }

    private static final String REFUSED = "503 with Retry-After";

    private static String kind(KeepAliveConnection.Answer answer) {
        return answer.status() == 503 && answer.retryAfter() ? REFUSED : Integer.toString(answer.status());
    }

    private static void require(Asking asking, KeepAliveConnection connection) throws IOException {
        var answer = asking.ask(connection);
        if (answer.status() >= 300) {
            throw new IOException("without overload, the answer was " + answer.status() + ": " + answer.body());
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    /** Asks twice a second whether the service is ready. */
    private static final class ReadinessWatch {

        private final AtomicInteger notReady = new AtomicInteger();
        private final Thread thread;
        private volatile boolean stopped;

        ReadinessWatch(ServiceProcess service) {
            thread = new Thread(
                    () -> {
                        try {
                            while (!stopped) {
                                if (!service.isReady()) {
                                    notReady.incrementAndGet();
                                }
                                TimeUnit.MILLISECONDS.sleep(500);
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "readiness");
            thread.start();
        }

        int stop() throws InterruptedException {
            stopped = true;
            thread.join();
            return notReady.get();
        }
    }
}
