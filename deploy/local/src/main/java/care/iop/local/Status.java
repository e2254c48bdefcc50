package care.iop.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** {@code status}: what runs, where, how much memory it has, and whether it is ready. */
final class Status {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final Settings settings;
    private final Progress progress;
    private final HttpClient http;

    Status(Settings settings, Progress progress, HttpClient http) {
        this.settings = settings;
        this.progress = progress;
        this.http = http;
    }

    /** Returns 0 when the suite runs, 3 when it does not, as service managers do. */
    int run() {
        boolean watched = PidFile.of(settings, Launcher.PART).process().isPresent();
        Map<String, ProcessHandle> living = Leftovers.living(settings);
        if (!watched && living.isEmpty()) {
            progress.say("Nothing is running; deploy/local/up starts the suite.");
            return 3;
        }
        if (!watched) {
            progress.say("The launcher was killed, these are its leftovers; deploy/local/down stops them.");
        }
        progress.say(String.format(Locale.ROOT, "%-20s %8s %8s %8s  %s", "part", "process", "port", "memory", "state"));
        PidFile.of(settings, Launcher.PART)
                .process()
                .ifPresent(launcher -> tell("launcher and origin", launcher, Port.ORIGIN, Memory.of(launcher), "runs"));
        tell(living, Suite.POSTGRES, Port.POSTGRES, "runs");
        tell(living, Suite.KAFKA, Port.KAFKA, "runs");
        tell(living, Keycloak.PART, Port.KEYCLOAK, "runs");
        Stream.of(Service.values())
                .forEach(service -> tell(living, service.moduleName(), service.port(), readiness(service)));
        return watched ? 0 : 3;
    }

    private void tell(Map<String, ProcessHandle> living, String part, Port port, String state) {
        ProcessHandle process = living.get(part);
        if (process == null) {
            progress.say(String.format(
                    Locale.ROOT, "%-20s %8s %8s %8s  %s", part, "-", settings.port(port), "-", "is not running"));
        } else {
            tell(part, process, port, Memory.ofTree(process), state);
        }
    }

    private void tell(String part, ProcessHandle process, Port port, OptionalLong mebibytes, String state) {
        progress.say(String.format(
                Locale.ROOT,
                "%-20s %8d %8d %8s  %s",
                part,
                process.pid(),
                settings.port(port),
                mebibytes.isPresent() ? mebibytes.getAsLong() + " MiB" : "?",
                state));
    }

    private String readiness(Service service) {
        HttpRequest request = HttpRequest.newBuilder(Suite.readiness(settings, service))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? "ready" : "not ready: " + request.uri();
        } catch (IOException e) {
            return "does not answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
