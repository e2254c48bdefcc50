package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence and the exit code that a person or a script gets. */
@Timeout(60)
class LauncherTest {
    @TempDir
    private Path repository;

    private record Outcome(int exitCode, String out, String err) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explode                 | There is no command 'explode'; there are up, down, status, logs SERVICE, token USER, replay TOPIC and support-bundle.",
                "up --frehs              | There is no option '--frehs'; there are --backends-only --detach --fresh --no-story.",
                "token                   | Say one USER, not ''.",
                "replay a.v1 b.v1        | Say one TOPIC, not 'a.v1 b.v1'.",
                "logs intake             | There is no part 'intake'; there are intake-service, scheduling-service, progress-service, keycloak, kafka, postgres, launcher."
            })
    void saysWhatIsWrongWithACommand(String arguments, String sentence) throws Exception {
        // given
        String[] command = arguments.strip().split(" ", -1);
        // when
        Outcome outcome = launch(command);
        // then
        assertEquals(new Outcome(1, "", sentence), outcome);
    }

    @Test
    void saysWithItsExitCodeTooThatNothingRuns() throws Exception {
        // given
        String command = "status";
        // when
        Outcome outcome = launch(command);
        // then
        assertEquals(new Outcome(3, "Nothing is running; deploy/local/up starts the suite.", ""), outcome);
    }

    @Test
    void isContentWhenThereIsNothingToStop() throws Exception {
        // given
        String command = "down";
        // when
        Outcome outcome = launch(command);
        // then
        assertEquals(new Outcome(0, "Nothing was running.", ""), outcome);
    }

    @Test
    void refusesASecondSuiteOnTheSameData() throws Exception {
        // given
        Settings settings = Settings.from(repository, Map.of());
        PidFile.of(settings, Launcher.PART).write(ProcessHandle.current());
        // when
        Outcome outcome = launch("up");
        // then
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "The suite is already running (process "
                                + ProcessHandle.current().pid()
                                + ", http://localhost:8080); deploy/local/down stops it."),
                outcome);
    }

    private Outcome launch(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ChildJvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-Diop.repository=" + repository,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        Path out = repository.resolve("out.txt");
        Path err = repository.resolve("err.txt");
        int exitCode = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Outcome(
                exitCode, Files.readString(out).strip(), Files.readString(err).strip());
    }
}
