package care.iop.load;

import care.iop.load.LedgerComparison.Copy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cuts Kafka off, kills each service and server and lets two relays compete, while requests go on; then compares what
 * clients were told with what the databases and Kafka have.
 */
public final class Drill {

    private static final String USAGE = "usage: drill [--seconds N] [--rate N] [--only"
            + " kafka-cut|kill-services|kill-postgres|kill-kafka|two-relays|overload|mixed|upgrade] [--seed N]"
            + " [--previous COMMIT] [--jvm-options \"…\"]";
    private static final Set<String> OPTIONS =
            Set.of("--seconds", "--rate", "--only", "--seed", "--previous", "--jvm-options");
    private static final String CALM = "calm";
    private static final Set<String> NONE_MAY_FAIL = Set.of(CALM, Fault.KAFKA_CUT.option(), Fault.UPGRADE.option());
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(5);
    private static final Duration CALM_WITHIN = Duration.ofMinutes(3);
    private static final Duration BETWEEN_READINESS_CHECKS = Duration.ofMillis(500);
    private static final int DIFFERENCES_SHOWN = 50;

    private final Suite suite;
    private final Duration faultFor;
    private final Random chance;
    private final Map<SuiteService, ServiceProcess> services = new EnumMap<>(SuiteService.class);
    private final Ledgers ledgers;
    private final Traffic traffic;
    private final List<String> complaints = new ArrayList<>();

    /** The services are started as they were built in that checkout. */
    private Drill(Suite suite, Path built, Duration faultFor, int rate, long seed) throws InterruptedException {
        this.suite = suite;
        this.faultFor = faultFor;
        this.chance = new Random(seed);
        for (var service : SuiteService.values()) {
            services.put(service, suite.start(service, service.shortName(), built));
            print("%s is ready, pid %d", service.module(), of(service).pid());
        }
        this.ledgers = new Ledgers(suite);
        this.traffic = new Traffic(rate, of(SuiteService.INTAKE).url());
    }

    /** Drills and prints; exits with 1 when anything was lost, doubled or misordered, and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status;
        try {
            var options = new Options(arguments, OPTIONS, USAGE);
            var faults = options.text("--only").map(Fault::only).orElse(Fault.each());
            var faultFor = Duration.ofSeconds(options.number("--seconds", 60));
            int rate = options.number("--rate", 50);
            int seed = options.number("--seed", 1);
            var checkout = Suite.findCheckout();
            if (faults.contains(Fault.UPGRADE)) {
                var commit = options.text("--previous")
                        .orElseThrow(() -> new IllegalArgumentException(
                                USAGE + "\nupgrade needs --previous, the commit whose services are replaced"));
                print("Building %s …", commit);
                try (var previous = PreviousVersion.build(checkout, commit)) {
                    status = drill(checkout, previous.directory(), options, faults, faultFor, rate, seed);
                }
            } else {
                status = drill(checkout, checkout, options, faults, faultFor, rate, seed);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (Exception e) {
            System.err.println("The drill failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private static int drill(
            Path checkout, Path built, Options options, List<Fault> faults, Duration faultFor, int rate, int seed)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (var suite = new Suite(checkout, options.jvmOptions())) {
            try (var connection = suite.connect("postgres")) {
                Machine.facts(connection, options.jvmOptions())
                        .forEach((name, value) -> print("%-32s %s", name, value));
            }
            return new Drill(suite, built, faultFor, rate, seed).run(faults) ? 0 : 1;
        }
    }

    private boolean run(List<Fault> faults) throws IOException, SQLException, InterruptedException, ExecutionException {
        Requests.openProgram(of(SuiteService.SCHEDULING));
        ledgers.keepCommittedEvents();
        traffic.enter("warm-up");
        traffic.start();
        sleep(WARM_UP);
        awaitCalm();
        for (var fault : faults) {
            sleep(BETWEEN_FAULTS);
            print("%s …", fault.option());
            traffic.enter(fault.option());
            while (traffic.isUnderWay(CALM)) {
                sleep(Duration.ofMillis(50));
            }
            inflict(fault);
            awaitCalm();
        }
        sleep(BETWEEN_FAULTS);
        traffic.stop();
        awaitCalm();
        print("\nWaiting until everything has arrived …");
        if (!ledgers.awaitCaughtUp()) {
            complaints.add("the consumers had not caught up when the ledgers were compared");
        }
        printTallies();
        var comparison = compare();
        print("\n%s", comparison);
        comparison.differences().stream().limit(DIFFERENCES_SHOWN).forEach(difference -> print("  %s", difference));
        complaints.forEach(complaint -> print("  %s", complaint));
        return comparison.isClean() && complaints.isEmpty();
    }

    private void inflict(Fault fault) throws IOException, SQLException, InterruptedException, ExecutionException {
        switch (fault) {
            case KAFKA_CUT -> cutKafka();
            case KILL_SERVICES -> {
                for (var service : services.values()) {
                    killAndRestart(service);
                }
            }
            case KILL_POSTGRES -> killPostgres();
            case KILL_KAFKA -> killKafka();
            case TWO_RELAYS -> letRelaysCompete();
            case OVERLOAD -> {
                var overload = new Overload(faultFor.dividedBy(2), complaints);
                overload.ofIntake(of(SuiteService.INTAKE), ledgers);
                overload.ofProgress(of(SuiteService.PROGRESS));
            }
            case MIXED -> killAtRandom();
            case UPGRADE -> upgrade();
        }
    }

    /**
     * As a deployment replaces pods: the new one starts beside the old one, and migrates the database under it; both answer; the
     * old one gets no more requests, and is told to end. No request may fail.
     */
    private void upgrade() throws InterruptedException {
        for (var service : SuiteService.values()) {
            var old = of(service);
            var fresh = suite.start(service, service.shortName() + "-upgraded");
            print("  %s of this version is ready beside the one before, pid %d", service.module(), fresh.pid());
            if (service == SuiteService.INTAKE) {
                traffic.sendTo(List.of(old.url(), fresh.url()));
            }
            sleep(faultFor.dividedBy(SuiteService.values().length));
            if (!old.isReady()) {
                complaints.add(old.name() + " of the version before was not ready beside its successor");
            }
            if (service == SuiteService.INTAKE) {
                traffic.sendTo(List.of(fresh.url()));
            }
            old.stop();
            print("  %s of the version before has ended", service.module());
            services.put(service, fresh);
        }
    }

    private void killPostgres() throws InterruptedException {
        print("  kill -9 of PostgreSQL, pid %d", suite.postgres().pid());
        suite.postgres().kill();
        sleep(Duration.ofSeconds(3));
        suite.postgres().restart();
        print("  PostgreSQL is back, pid %d", suite.postgres().pid());
    }

    private void killKafka() throws InterruptedException {
        print("  kill -9 of Kafka, pid %d", suite.kafka().pid());
        suite.kafka().kill();
        sleep(Duration.ofSeconds(5));
        suite.kafka().restart();
        print("  Kafka is back, pid %d", suite.kafka().pid());
    }

    /** Kills something and brings it back. */
    private interface Kill {
        void kill() throws InterruptedException;
    }

    /** Anything may be killed at any moment, also while what was killed before has only just come back. */
    private void killAtRandom() throws InterruptedException {
        var killing = List.<Kill>of(
                () -> killAndRestart(of(SuiteService.INTAKE)),
                () -> killAndRestart(of(SuiteService.SCHEDULING)),
                () -> killAndRestart(of(SuiteService.PROGRESS)),
                this::killPostgres,
                this::killKafka);
        int kills = 0;
        long end = System.nanoTime() + faultFor.toNanos();
        while (System.nanoTime() < end) {
            killing.get(chance.nextInt(killing.size())).kill();
            kills++;
            sleep(Duration.ofMillis(1_000 + chance.nextInt(14_000)));
        }
        print("  %d times something was killed in %d s", kills, faultFor.toSeconds());
    }

    /** All services stay ready and every request is answered well, as if nothing had happened. */
    private void cutKafka() throws InterruptedException {
        suite.kafkaNetwork().cut();
        int notReady = 0;
        int checks = 0;
        long end = System.nanoTime() + faultFor.toNanos();
        while (System.nanoTime() < end) {
            sleep(BETWEEN_READINESS_CHECKS);
            for (var service : services.values()) {
                checks++;
                if (!service.isReady()) {
                    notReady++;
                }
            }
        }
        suite.kafkaNetwork().heal();
        print(
                "  Kafka was cut for %d s: %d of %d readiness checks were not UP",
                faultFor.toSeconds(), notReady, checks);
        if (notReady > 0) {
            complaints.add("a service was not ready during the Kafka cut");
        }
    }

    private void killAndRestart(ServiceProcess service) throws InterruptedException {
        print("  kill -9 of %s, pid %d", service.name(), service.pid());
        service.kill();
        sleep(Duration.ofSeconds(2));
        service.restart();
        service.awaitReady();
        print("  %s is back, pid %d", service.name(), service.pid());
        sleep(BETWEEN_FAULTS);
    }

    /**
     * A second intake on the same database takes half of the requests. The active relay loses its database session again
     * and again, so that the relays change places while one may still be sending; then the first process is killed.
     */
    private void letRelaysCompete() throws SQLException, InterruptedException {
        var first = of(SuiteService.INTAKE);
        var second = suite.start(SuiteService.INTAKE, "intake-second");
        print("  a second intake is ready, pid %d", second.pid());
        traffic.sendTo(List.of(first.url(), second.url()));
        int changes = 0;
        long end = System.nanoTime() + faultFor.toNanos() / 2;
        while (System.nanoTime() < end) {
            sleep(Duration.ofSeconds(3));
            if (ledgers.endActiveRelaySession()) {
                changes++;
            }
        }
        print("  the active relay lost its session %d times", changes);
        if (changes == 0) {
            complaints.add("no relay held the lock while two competed");
        }
        traffic.sendTo(List.of(second.url()));
        killAndRestart(first);
        traffic.sendTo(List.of(first.url()));
        print("  kill -9 of the second intake, pid %d", second.pid());
        second.kill();
        sleep(BETWEEN_FAULTS);
    }

    /** Until every service is ready and no request is waiting for another attempt. */
    private void awaitCalm() throws InterruptedException {
        long deadline = System.nanoTime() + CALM_WITHIN.toNanos();
        for (var service : services.values()) {
            service.awaitReady();
        }
        while (traffic.isRetrying()) {
            if (System.nanoTime() > deadline) {
                printTallies();
                throw new IllegalStateException(
                        "requests were still failing " + CALM_WITHIN.toSeconds() + " s after the fault had ended");
            }
            sleep(Duration.ofMillis(200));
        }
        traffic.enter(CALM);
    }

    private void printTallies() {
        print("\n%-16s %9s %13s %8s %14s", "phase", "attempts", "acknowledged", "failed", "longest ms");
        new TreeMap<>(traffic.tallies()).forEach((phase, tally) -> {
            print(
                    "%-16s %9d %13d %8d %14d  %s",
                    phase,
                    tally.attempts(),
                    tally.acknowledged(),
                    tally.failed(),
                    tally.longestMillis(),
                    tally.failures());
            if (tally.failed() > 0 && NONE_MAY_FAIL.contains(phase)) {
                complaints.add(tally.failed() + " attempts failed in the phase " + phase + ", where none may");
            }
            if (tally.unexpected() > 0) {
                complaints.add(tally.unexpected() + " attempts were answered with 500 in the phase " + phase);
            }
        });
    }

    private LedgerComparison compare() throws SQLException {
        var comparison = new LedgerComparison();
        var stored = ledgers.referrals(Traffic.RUN);
        comparison.requests(traffic.referrals(), stored);

        var admissions = ledgers.admissions();
        var versions = admissions.stream().collect(Collectors.toMap(Copy::id, Copy::version));
        comparison.effects("the admission", Set.copyOf(traffic.admissions().values()), once(versions.keySet()));
        comparison.copies("scheduling's enrollments", versions, ledgers.enrollments());
        comparison.copies("progress' episodes", versions, ledgers.episodes());
        comparison.effects("the enrollment", versions.keySet(), ledgers.enrollmentsWritten());

        var committed = ledgers.committedEvents();
        var delivered = ledgers.deliveredEvents();
        comparison.events(committed, delivered);
        comparison.effects(
                "the event that it was received",
                stored.values().stream().flatMap(List::stream).collect(Collectors.toSet()),
                countBySubject(committed, "care.iop.intake.referral-received.v1"));
        comparison.effects(
                "the event of the admission",
                versions.keySet(),
                countBySubject(committed, "care.iop.intake.patient-admitted.v1"));
        ledgers.deadLetters().forEach(comparison::putAside);
        print(
                "\n%d referrals and %d admissions were acknowledged; intake has %d and %d. It committed %d events; Kafka has %d,"
                        + " %d of them sent again. Scheduling and progress were compared for each of the %d admissions.",
                traffic.referrals().size(),
                traffic.admissions().size(),
                stored.values().stream().mapToInt(List::size).sum(),
                versions.size(),
                committed.size(),
                delivered.size(),
                comparison.sentAgain(),
                versions.size());
        return comparison;
    }

    private static Map<UUID, Integer> countBySubject(List<LedgerComparison.Committed> events, String type) {
        var counts = new HashMap<UUID, Integer>();
        events.stream()
                .filter(event -> event.type().equals(type))
                .forEach(event -> counts.merge(event.subject(), 1, Integer::sum));
        return counts;
    }

    private static Map<UUID, Integer> once(Set<UUID> ids) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> 1));
    }

    private ServiceProcess of(SuiteService service) {
        var process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
