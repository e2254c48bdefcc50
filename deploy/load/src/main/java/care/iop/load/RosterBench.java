package care.iop.load;

import care.iop.scheduling.roster.engine.Limits;
import care.iop.scheduling.roster.engine.RosterEngine;
import care.iop.scheduling.roster.engine.RosterResult;
import care.iop.scheduling.roster.engine.constraint.Level;
import care.iop.scheduling.roster.engine.constraint.Match;
import care.iop.scheduling.roster.engine.constraint.RosterConstraints;
import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.constraint.Score;
import care.iop.scheduling.roster.engine.problem.RosterProblem;
import care.iop.scheduling.roster.exchange.RosterExchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Solves one exchange document without any server, or a whole folder of them, seed by seed, as a table. */
public final class RosterBench {

    private static final String USAGE = """
            usage: roster-bench INSTANCE.json[.gz] --seconds N --seed S --out SOLUTION.json [--steps N]
               or: roster-bench --draw CLIENTS [--load 1.2] [--seed S] --out INSTANCE.json
               or: roster-bench --table FOLDER [--seeds 1,2,3] [--seconds N] [--check PROGRAM] [--only TEXT]""";
    private static final Set<String> SOLVE = Set.of("--seconds", "--seed", "--out", "--steps");
    private static final Set<String> DRAW = Set.of("--draw", "--load", "--seed", "--out");
    private static final Set<String> TABLE = Set.of("--table", "--seeds", "--seconds", "--check", "--only");

    private RosterBench() {}

    /** Solves and prints; exits with 1 when something failed or a hard rule is broken, and with 2 when called wrongly. */
    public static void main(String[] arguments) {
        int status;
        try {
            if (arguments.length > 0 && !arguments[0].startsWith("--")) {
                var options = new Options(
                        List.of(arguments).subList(1, arguments.length).toArray(String[]::new), SOLVE, USAGE);
                status = solve(Path.of(arguments[0]), options);
            } else if (List.of(arguments).contains("--draw")) {
                status = draw(new Options(arguments, DRAW, USAGE));
            } else {
                var options = new Options(arguments, TABLE, USAGE);
                var folder = Path.of(options.text("--table").orElseThrow(() -> new IllegalArgumentException(USAGE)));
                status = new RosterTable(folder, options).run();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (IOException e) {
            System.err.println("The measurement failed: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private static int draw(Options options) throws IOException {
        double load;
        try {
            load = Double.parseDouble(options.text("--load").orElse("0.95"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--load has to be a number, for example 1.2", e);
        }
        if (load < 0.1 || load > 10) {
            throw new IllegalArgumentException("--load has to be 0.1 to 10");
        }
        var week = RosterDraw.week(options.number("--draw", 30), load, options.number("--seed", 1));
        var out = options.text("--out").orElseThrow(() -> new IllegalArgumentException(USAGE));
        write(Path.of(out), week);
        return 0;
    }

    private static int solve(Path instance, Options options) throws IOException {
        RosterProblem problem = RosterExchange.readProblem(read(instance));
        int seconds = options.number("--seconds", 60);
        var limits = new Limits(
                options.text("--steps").isPresent() ? options.number("--steps", 1) : Limits.ANY_STEPS,
                Duration.ofSeconds(seconds),
                options.number("--seed", 1));
        long start = System.nanoTime();
        long cpu = processCpuNanos();
        var told = new long[] {Long.MIN_VALUE};
        RosterResult result = new RosterEngine()
                .solve(
                        problem,
                        limits,
                        progress -> {
                            long second = progress.elapsed().toSeconds();
                            if (second >= told[0] + Math.max(1, seconds / 20)) {
                                told[0] = second;
                                System.err.printf(
                                        Locale.ROOT,
                                        "%4d s %,10d steps  medium %.2f  soft %.2f%n",
                                        second,
                                        progress.steps(),
                                        progress.best().points(Level.MEDIUM),
                                        progress.best().points(Level.SOFT));
                            }
                        },
                        () -> false);
        double took = (System.nanoTime() - start) / 1e9;
        double cpuTook = (processCpuNanos() - cpu) / 1e9;
        var out = options.text("--out");
        if (out.isPresent()) {
            write(Path.of(out.get()), RosterExchange.write(problem, result.roster()));
        }
        var byRule = new EnumMap<Rule, List<Match>>(Rule.class);
        for (Match match : RosterConstraints.matches(problem, result.roster())) {
            byRule.computeIfAbsent(match.rule(), rule -> new ArrayList<>()).add(match);
        }
        System.out.printf("| constraint | level | matches | points |%n|---|---|---|---|%n");
        byRule.values()
                .forEach(matches -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %d | %.2f |%n",
                        matches.get(0).rule(),
                        matches.get(0).level(),
                        matches.size(),
                        matches.stream().mapToLong(Match::quarterPoints).sum() / (double) Score.QUARTERS));
        Score score = result.score();
        int unfair = fairness(problem, result);
        System.out.printf(
                Locale.ROOT,
                "hard %.2f, medium %.2f, soft %.2f; %d unassigned; %,d steps in %.1f s (%.1f s of CPU); peak heap %d MiB of %d MiB%n",
                score.points(Level.HARD),
                score.points(Level.MEDIUM),
                score.points(Level.SOFT),
                result.unassigned().size(),
                result.steps(),
                took,
                cpuTook,
                peakHeapMiB(),
                Runtime.getRuntime().maxMemory() >> 20);
        return score.hard() == 0 && unfair == 0 ? 0 : 1;
    }

    /** Prints who waits, when anybody does, and answers how many of them wait unfairly. */
    private static int fairness(RosterProblem problem, RosterResult result) {
        if (result.unassigned().isEmpty()) {
            return 0;
        }
        var fairness = new Fairness(problem, result.roster());
        System.out.printf(
                "%n| priority | clients | without a group | session hours | hours that wait |%n|---|---|---|---|---|%n");
        fairness.waitingByPriority()
                .forEach((priority, counts) -> System.out.printf(
                        Locale.ROOT,
                        "| %d | %.0f | %.0f | %.0f | %.0f (%.0f %%) |%n",
                        priority,
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3],
                        counts[2] == 0 ? 0 : 100 * counts[3] / counts[2]));
        var unfair = fairness.unfair();
        System.out.printf(
                "%d seats are held by someone of lower priority than one who waits and could take them as they are%s%n%n",
                unfair.size(), unfair.isEmpty() ? "." : ": " + unfair.subList(0, Math.min(5, unfair.size())));
        return unfair.size();
    }

    static JsonNode read(Path path) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new ObjectMapper().readTree(text);
        }
    }

    static void write(Path path, JsonNode document) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(path, document + "\n");
    }

    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** The sum of what each part of the heap held at most, garbage included: never less than what was needed. */
    private static long peakHeapMiB() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
