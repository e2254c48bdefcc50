package care.iop.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code support-bundle [NAMESPACE]}: packs what somebody needs who helps from afar, and nothing about any person: versions,
 * states, metrics, and the services' logs as {@link LogFilter} lets them through. Without a namespace it asks the suite on this
 * machine, with one it asks kubectl. Never taken are Secrets, settings, tables, topics, access logs, heap dumps, and the logs of
 * PostgreSQL, Kafka and Keycloak, which may quote rows and names.
 */
final class SupportBundle {
    private static final int LINES = 20_000;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'iop-support-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final Progress progress;
    private final HttpClient http;
    private final Clock clock;

    SupportBundle(Settings settings, Progress progress, HttpClient http, Clock clock) {
        this.settings = settings;
        this.progress = progress;
        this.http = http;
        this.clock = clock;
    }

    /** Writes the bundle into the directory and tells its name. */
    Path run(Path directory, List<String> arguments) {
        Path file = directory.resolve(NAME.format(clock.instant()));
        try {
            Files.createDirectories(directory);
            try (var zip = new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                put(zip, "about.txt", about());
                if (arguments.isEmpty()) {
                    ofThisMachine(zip);
                } else {
                    ofCluster(zip, Launcher.only(arguments, "NAMESPACE"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
        progress.say("Written: " + file + ". It holds no person's data; look into it before you send it.");
        return file;
    }

    private String about() {
        return "Written at " + clock.instant() + "\nJava " + System.getProperty("java.runtime.version") + "\n"
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " CPUs\n"
                + "Logs: the last " + LINES
                + " lines of each service, messages of the suite itself and of its framework"
                + " only; texts of exceptions are left out.\n";
    }

    private void ofThisMachine(ZipOutputStream zip) throws IOException {
        for (Service service : Service.values()) {
            String name = service.moduleName();
            URI management = URI.create("http://localhost:" + settings.port(service.managementPort()) + "/q/");
            put(zip, name + "/health.json", answer(management.resolve("health")));
            put(zip, name + "/metrics.txt", answer(management.resolve("metrics")));
            Path log = settings.log(name);
            if (Files.exists(log)) {
                try (InputStream lines = Files.newInputStream(log)) {
                    put(zip, name + "/log.jsonl", filtered(lines));
                }
            }
        }
    }

    private String answer(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return address + " does not answer\n";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("Writing the bundle was interrupted.", e);
        }
    }

    private void ofCluster(ZipOutputStream zip, String namespace) throws IOException {
        List<String> kubectl = List.of("kubectl", "--namespace", namespace);
        put(zip, "versions.txt", output(kubectl, "version"));
        put(
                zip,
                "resources.txt",
                output(kubectl, "get", "deployments,pods,jobs,hpa,pdb,ingress,services", "-o", "wide"));
        put(zip, "events.txt", output(kubectl, "get", "events", "--sort-by=.lastTimestamp"));
        put(zip, "databases.txt", output(kubectl, "get", "clusters.postgresql.cnpg.io", "--ignore-not-found"));
        String pods = output(
                kubectl,
                "get",
                "pods",
                "-l",
                "app.kubernetes.io/part-of=iop",
                "-o",
                "jsonpath={.items[*].metadata.name}");
        for (String pod : pods.strip().split("\\s+", -1)) {
            if (pod.matches("[a-z0-9.-]+")) {
                put(zip, pod + "/log.jsonl", logs(kubectl, pod, List.of()));
                put(zip, pod + "/log-before.jsonl", logs(kubectl, pod, List.of("--previous")));
            }
        }
    }

    private static String logs(List<String> kubectl, String pod, List<String> more) throws IOException {
        Process process = start(kubectl, more, "logs", pod, "--tail=" + LINES);
        try (InputStream lines = process.getInputStream()) {
            return filtered(lines);
        }
    }

    private static String output(List<String> kubectl, String... arguments) throws IOException {
        try (InputStream output = start(kubectl, List.of(), arguments).getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Process start(List<String> kubectl, List<String> more, String... arguments) {
        var command = new ArrayList<>(kubectl);
        command.addAll(List.of(arguments));
        command.addAll(more);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new CannotContinue(
                    "kubectl can't be run; install it, or leave the namespace out for this machine.", e);
        }
    }

    /** The last lines that may leave the house, and how many were left out. */
    static String filtered(InputStream log) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        long left = 0;
        var reader = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            var kept = LogFilter.of(line);
            if (kept.isEmpty()) {
                left++;
                continue;
            }
            last.addLast(kept.get());
            if (last.size() > LINES) {
                last.removeFirst();
            }
        }
        return String.join("\n", last) + "\n{\"leftOut\":" + left + "}\n";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
