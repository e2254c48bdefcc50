package care.iop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code logs SERVICE}: prints what a part has logged since it was started last. */
final class Logs {
    private final Settings settings;
    private final Progress progress;

    Logs(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void run(List<String> arguments) {
        Map<String, Path> files = files();
        String part = Launcher.only(arguments, "of " + String.join(", ", files.keySet()));
        Path file = files.get(part);
        if (file == null) {
            throw new CannotContinue(
                    "There is no part '" + part + "'; there are " + String.join(", ", files.keySet()) + ".");
        }
        if (Files.notExists(file)) {
            throw new CannotContinue(part + " has not logged anything yet (" + file + " is not there).");
        }
        try {
            Files.copy(file, System.out);
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
        progress.say("-- " + file);
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            files.put(service.moduleName(), settings.log(service.moduleName()));
        }
        files.put(Keycloak.PART, settings.log(Keycloak.PART));
        files.put(Suite.KAFKA, settings.data().resolve(Suite.KAFKA).resolve("kafka.log"));
        files.put(Suite.POSTGRES, settings.data().resolve(Suite.POSTGRES + ".log"));
        files.put(Launcher.PART, settings.log(Launcher.PART));
        return files;
    }
}
