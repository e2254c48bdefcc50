package care.iop.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A part of the suite that is a Java process of its own. */
final class ChildJvm {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LAST_WORDS = 15;

    private final String part;
    private final Process process;
    private final Path log;

    private ChildJvm(String part, Process process, Path log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    /** Starts it with its output in its log, which begins anew, and writes its pid file. */
    static ChildJvm start(Settings settings, String part, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(arguments);
        Path log = settings.log(part);
        try {
            Files.createDirectories(settings.logs());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(settings.home().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            PidFile.of(settings, part).write(process.toHandle());
            return new ChildJvm(part, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + part, e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static File nothing() {
        Path unix = Path.of("/dev/null");
        return Files.exists(unix) ? unix.toFile() : new File("NUL");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns when the address answers 200. */
    void awaitReady(HttpClient http, URI address, Duration within) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + within.toNanos();
        try {
            while (!answers(http, request)) {
                if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new CannotContinue(part + " ended while it started (exit code " + process.exitValue()
                            + "); its log " + log + " ends with:\n" + lastWords());
                }
                if (System.nanoTime() > deadline) {
                    throw new CannotContinue(part + " was not ready within " + within.toSeconds() + " s; its log " + log
                            + " ends with:\n" + lastWords());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("The start of " + part + " was interrupted.", e);
        }
    }

    /** Waits for a process that does one thing and ends. */
    void awaitEnd(Duration within) {
        try {
            if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotContinue(part + " did not end within " + within.toSeconds() + " s; see " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue(part + " was interrupted.", e);
        }
        if (process.exitValue() != 0) {
            throw new CannotContinue(part + " failed (exit code " + process.exitValue() + "); its log " + log
                    + " ends with:\n" + lastWords());
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
