package care.iop.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@code replay TOPIC}: runs the chassis' command that puts a topic's dead letters back. */
final class Replay {
    private static final String COMMAND = "care.iop.chassis.inbox.ReplayDeadLetters";

    private Replay() {}

    /** Returns what the command ended with. */
    static int run(Settings settings, String topic) {
        Path libraries = settings.repository().resolve("intake-service/target/quarkus-app/lib/main");
        List<String> command = List.of(
                ChildJvm.java(),
                "-cp",
                libraries + File.separator + "*",
                COMMAND,
                "--bootstrap-servers",
                "localhost:" + settings.port(Port.KAFKA),
                "--topic",
                topic);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + COMMAND, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("The replay was interrupted; it can be run again.", e);
        }
    }
}
