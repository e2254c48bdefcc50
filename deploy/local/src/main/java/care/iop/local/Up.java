package care.iop.local;

import care.iop.chassis.testing.backend.Directories;
import care.iop.local.story.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code up}: starts the suite, tells its story, and keeps it running until it is told to stop. */
final class Up {
    /** Appears in the run directory when everything is up and told, and goes when the suite does. */
    static final String READY = "ready";

    private static final EnumSet<Port> BACKEND_PORTS =
            EnumSet.of(Port.ORIGIN, Port.KEYCLOAK, Port.POSTGRES, Port.KAFKA, Port.KAFKA_CONTROLLER);

    private final Settings settings;
    private final Progress progress;
    private final HttpClient http;
    private final SignIn signIn;

    Up(Settings settings, Progress progress, HttpClient http) {
        this.settings = settings;
        this.progress = progress;
        this.http = http;
        this.signIn = new SignIn(settings, http, Clock.systemUTC());
    }

    /** Returns never by itself: the process ends by a signal, which stops the suite. */
    void run(Set<String> options) {
        boolean withServices = !options.contains("--backends-only");
        long start = System.nanoTime();
        prepare(options.contains("--fresh"), withServices);

        Suite suite = new Suite(settings, progress, http);
        PidFile own = PidFile.of(settings, Launcher.PART);
        own.write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, own), "stop-suite"));

        progress.say("Starting with Java " + Runtime.version().feature() + ", data in " + settings.home());
        suite.start(withServices);
        tellMemory(suite, Duration.ofNanos(System.nanoTime() - start));
        if (withServices && !options.contains("--no-story")) {
            tellStory();
        }
        tellWhereToLook();
        write(settings.run().resolve(READY));
        progress.say("Ready. Ctrl-C or deploy/local/down stops everything.");
        awaitSignal();
    }

    private void tellStory() {
        progress.say("\nThe story, through the public API:");
        new Story(
                        URI.create(settings.origin()),
                        signIn::anybody,
                        patient -> signIn.linkPatient("pat.patient", patient),
                        Clock.systemUTC(),
                        line -> progress.say("  " + line))
                .play();
    }

    private void prepare(boolean fresh, boolean withServices) {
        PidFile.of(settings, Launcher.PART).process().ifPresent(running -> {
            throw new CannotContinue("The suite is already running (process " + running.pid() + ", "
                    + settings.ofRunningSuite().origin() + "); deploy/local/down stops it.");
        });
        List<String> leftovers = Leftovers.stop(settings);
        if (!leftovers.isEmpty()) {
            progress.say("Stopped what a killed run left behind: " + String.join(", ", leftovers) + ".");
        }
        if (fresh) {
            Directories.delete(settings.data());
        }
        Directories.delete(settings.run());
        Preflight.requireSpace(settings.data(), Preflight.NEEDED_BYTES);
        Preflight.requireBuilt(settings, withServices);
        Preflight.requireFree(settings, withServices ? Arrays.asList(Port.values()) : BACKEND_PORTS);
        try {
            Files.createDirectories(settings.logs());
            Files.createDirectories(settings.run());
            settings.savePorts();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write to " + settings.home(), e);
        }
    }

    private void stop(Suite suite, PidFile own) {
        progress.say("Stopping …");
        deleteReady();
        suite.close();
        own.delete();
        progress.say("Stopped.");
    }

    private void deleteReady() {
        try {
            Files.deleteIfExists(settings.run().resolve(READY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellMemory(Suite suite, Duration took) {
        progress.say(String.format(Locale.ROOT, "%nUp after %.1f s. Memory:", took.toMillis() / 1000.0));
        tellMemory("launcher and origin", Memory.of(ProcessHandle.current()));
        suite.parts().forEach((part, process) -> tellMemory(part, Memory.ofTree(process)));
    }

    private void tellMemory(String part, OptionalLong mebibytes) {
        progress.say(String.format(
                Locale.ROOT,
                "  %-36s %6s MiB",
                part,
                mebibytes.isPresent() ? Long.toString(mebibytes.getAsLong()) : "?"));
    }

    private void tellWhereToLook() {
        progress.say("\nOrigin      " + settings.origin());
        progress.say("Pages       " + settings.origin() + "/intake/dashboard/board  /scheduling/dashboard/week"
                + "  /progress/dashboard/caseload  /progress/dashboard/outcomes");
        for (Service service : Service.values()) {
            progress.say(String.format(
                    Locale.ROOT, "%-11s %s/%s/q/swagger-ui/", service.context(), settings.origin(), service.context()));
        }
        progress.say("Keycloak    " + settings.origin() + Keycloak.PATH + "/admin/  (" + Keycloak.ADMIN + " / "
                + Keycloak.ADMIN_PASSWORD + ")");
        progress.say("PostgreSQL  localhost:" + settings.port(Port.POSTGRES) + "  (postgres, no password)");
        progress.say("Kafka       localhost:" + settings.port(Port.KAFKA));
        progress.say("\nUsers (deploy/local/token USER gives an access token):");
        for (Realm.User user : Realm.users()) {
            progress.say(String.format(
                    Locale.ROOT,
                    "  %-18s %-20s %-20s %s",
                    user.name(),
                    user.password(),
                    user.role(),
                    user.organization()));
        }
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
