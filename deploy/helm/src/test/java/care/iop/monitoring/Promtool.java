package care.iop.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Prometheus' own checker. It is taken from {@code PROMTOOL}, from the path, or, as root on Debian, from the package
 * prometheus, which is downloaded and unpacked in {@code target} and never installed. Where none of this works, tests that need
 * it are skipped and say so.
 */
final class Promtool {

    private static final Path UNPACKED = Path.of("target/promtool").toAbsolutePath();
    private static final Optional<String> PROGRAM = find();

    /** How a run ended and what it printed. */
    record Result(int code, String output) {}

    private Promtool() {}

    /** Runs promtool, or skips the calling test when there is none. */
    static Result run(Path folder, List<String> arguments) {
        if (PROGRAM.isEmpty()) {
            var said = "SKIPPED: promtool was not found and can't be fetched (set PROMTOOL, or install Prometheus);"
                    + " alert rules were not checked by Prometheus itself";
            System.err.println(said);
            Assumptions.abort(said);
        }
        var command = new ArrayList<>(List.of(PROGRAM.orElseThrow()));
        command.addAll(arguments);
        return execute(folder, command);
    }

    private static Optional<String> find() {
        for (var candidate : List.of(
                Optional.ofNullable(System.getenv("PROMTOOL")).orElse("promtool"),
                UNPACKED.resolve("usr/bin/promtool").toString())) {
            if (works(candidate)) {
                return Optional.of(candidate);
            }
        }
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(UNPACKED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(UNPACKED, List.of("/bin/sh", "-c", """
                apt-get download -q prometheus || { apt-get update -q && apt-get download -q prometheus; }
                dpkg-deb -x prometheus_*.deb . && rm prometheus_*.deb"""));
        return Optional.of(UNPACKED.resolve("usr/bin/promtool").toString()).filter(Promtool::works);
    }

    private static boolean works(String program) {
        return execute(Path.of("").toAbsolutePath(), List.of(program, "--version"))
                        .code()
                == 0;
    }

    private static Result execute(Path folder, List<String> command) {
        try {
            var output = Files.createTempFile("promtool", ".txt");
            try {
                var process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(5, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    return new Result(-1, command + " did not end within 5 minutes");
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
