package care.iop.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every instance of a folder under several seeds, each in a JVM of its own with the heap that its size is allowed, one after
 * the other; what counts is the independent recount, when there is one.
 */
final class RosterTable {

    private static final Pattern RESULT = Pattern.compile(
            "hard ([\\d.]+), medium ([\\d.]+), soft ([\\d.]+); \\d+ unassigned; ([\\d,]+) steps in ([\\d.]+) s .*peak heap (\\d+) MiB");

    private final Path folder;
    private final Options options;
    private final Path solutions;

    RosterTable(Path folder, Options options) throws IOException {
        this.folder = folder;
        this.options = options;
        this.solutions = Files.createTempDirectory("rosters");
    }

    /** The seconds and the heap that a program of so many clients is allowed on two cores. */
    private record Allowance(int seconds, int heapMiB) {

        static Allowance of(int clients) {
            if (clients <= 30) {
                return new Allowance(10, 512);
            }
            if (clients <= 150) {
                return new Allowance(60, 512);
            }
            return clients <= 600 ? new Allowance(120, 512) : new Allowance(600, 1536);
        }
    }

    private record Run(int seed, double hard, double medium, double soft, long steps, double seconds, int heapMiB) {}

    int run() throws IOException {
        int status = 0;
        System.out.printf(
                "%d cores, load average %s. Median (worst) of the seeds.%n%n"
                        + "| instance | s | hard | medium | soft | soft of each seed | steps/s | peak heap MiB (allowed) |%n|---|---|---|---|---|---|---|---|%n",
                Runtime.getRuntime().availableProcessors(), Machine.loadAverage());
        for (Path instance : instances()) {
            int clients = RosterBench.read(instance).get("clients").size();
            Allowance allowance = Allowance.of(clients);
            int seconds = options.number("--seconds", allowance.seconds());
            List<Run> runs = new ArrayList<>();
            for (String seed : options.text("--seeds").orElse("1,2,3").split(",", -1)) {
                runs.add(solve(instance, Integer.parseInt(seed.strip()), seconds, allowance.heapMiB()));
            }
            if (runs.stream().anyMatch(run -> run.hard() > 0)) {
                status = 1;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s | %,.0f | %.0f (%d) |%n",
                    name(instance),
                    seconds,
                    medianAndWorst(runs, Run::hard),
                    medianAndWorst(runs, Run::medium),
                    medianAndWorst(runs, Run::soft),
                    String.join(
                            ", ",
                            runs.stream()
                                    .map(run -> String.format(Locale.ROOT, "%.0f", run.soft()))
                                    .toList()),
                    runs.stream()
                            .mapToDouble(run -> run.steps() / run.seconds())
                            .average()
                            .orElse(0),
                    runs.stream().mapToDouble(Run::heapMiB).max().orElse(0),
                    allowance.heapMiB());
        }
        System.out.printf("%nThe solutions are in %s.%n", solutions);
        return status;
    }

    private static String medianAndWorst(List<Run> runs, ToDoubleFunction<Run> figure) {
        List<Run> sorted =
                runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
        return String.format(
                Locale.ROOT,
                "%.0f (%.0f)",
                figure.applyAsDouble(sorted.get(sorted.size() / 2)),
                figure.applyAsDouble(sorted.get(sorted.size() - 1)));
    }

    private List<Path> instances() throws IOException {
        String only = options.text("--only").orElse("");
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.json(\\.gz)?"))
                    .filter(path -> name(path).contains(only))
                    .sorted(Comparator.comparing(RosterTable::size).thenComparing(Path::toString))
                    .toList();
        }
    }

    private static long size(Path path) {
        return path.toFile().length();
    }

    private static String name(Path path) {
        return path.getFileName().toString().replaceFirst("\\.json(\\.gz)?$", "");
    }

    private Run solve(Path instance, int seed, int seconds, int heapMiB) throws IOException {
        Path solution = solutions.resolve(name(instance) + "-seed-" + seed + ".json");
        String printed = run(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RosterBench.class.getName(),
                instance.toString(),
                "--seconds",
                Integer.toString(seconds),
                "--seed",
                Integer.toString(seed),
                "--out",
                solution.toString()));
        Matcher result = RESULT.matcher(printed);
        if (!result.find()) {
            throw new IOException("No result for %s, but: %s".formatted(instance, printed));
        }
        double hard = Double.parseDouble(result.group(1));
        double medium = Double.parseDouble(result.group(2));
        double soft = Double.parseDouble(result.group(3));
        var check = options.text("--check");
        if (check.isPresent()) {
            JsonNode recount = recount(check.get(), instance, solution);
            double[] counted = {
                recount.get("hard").doubleValue(),
                recount.get("medium").doubleValue(),
                recount.get("soft").doubleValue()
            };
            if (counted[0] != hard || counted[1] != medium || counted[2] != soft) {
                throw new IOException("The recount of %s differs: ours is %s, %s, %s, theirs is %s."
                        .formatted(solution, hard, medium, soft, recount));
            }
        }
        return new Run(
                seed,
                hard,
                medium,
                soft,
                Long.parseLong(result.group(4).replace(",", "")),
                Double.parseDouble(result.group(5)),
                Integer.parseInt(result.group(6)));
    }

    /** Runs the checker on plain copies, since a checker may not read compressed documents. */
    private JsonNode recount(String checker, Path instance, Path solution) throws IOException {
        Path plain = solutions.resolve(name(instance) + ".json");
        if (!Files.exists(plain)) {
            RosterBench.write(plain, RosterBench.read(instance));
        }
        return new ObjectMapper().readTree(run(List.of(checker, plain.toString(), solution.toString())));
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " does not end.");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.get(0), e);
        }
        return printed;
    }
}
