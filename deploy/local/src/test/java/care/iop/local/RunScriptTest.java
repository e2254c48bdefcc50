package care.iop.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code run.sh} in an empty checkout, with a {@code PATH} that holds nothing but the tools it needs. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class RunScriptTest {
    private static final List<String> TOOLS =
            List.of("bash", "cat", "dirname", "env", "find", "grep", "head", "ls", "mkdir", "readlink", "sed", "touch");

    @TempDir
    private Path checkout;

    private Path bin;

    private record Outcome(int exitCode, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        Path local = Files.createDirectories(checkout.resolve("deploy/local"));
        Files.copy(Path.of("run.sh"), local.resolve("run.sh"));
        bin = Files.createDirectories(checkout.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), onPath(tool));
        }
    }

    @Test
    void saysThatThereIsNoJdk() throws Exception {
        // given
        Map<String, String> environment = Map.of("JAVA_HOME", "", "IOP_JDKS", "/nowhere");
        // when
        Outcome outcome = run("up", environment);
        // then
        assertEquals(
                new Outcome(
                        1,
                        "deploy/local/up: no JDK 17 or newer was found; install one (such as Temurin 21), or set JAVA_HOME"
                                + " to it."),
                outcome);
    }

    @Test
    void takesTheNewestJdkThatItWasTestedWith() throws Exception {
        // given
        for (int version : List.of(16, 17, 21, 99)) {
            fakeJdk(version);
        }
        program("mvn", "echo \"$JAVA_HOME\"; exit 1");
        String jdks = checkout.resolve("jdk") + "/*";
        // when
        Outcome outcome = run("up", Map.of("JAVA_HOME", "", "IOP_JDKS", jdks));
        // then
        assertEquals(
                checkout.resolve("jdk/21").toString(),
                Files.readString(checkout.resolve(".iop/logs/build.log")).strip(),
                outcome.err());
    }

    @Test
    void saysThatThereIsNoMavenToBuildWith() throws Exception {
        // given
        Map<String, String> environment = Map.of("JAVA_HOME", fakeJdk(17));
        // when
        Outcome outcome = run("up", environment);
        // then
        assertEquals(
                new Outcome(
                        1,
                        "deploy/local/up: Maven is needed to build the suite the first time; install Maven 3.8.7 or newer."),
                outcome);
    }

    @Test
    void saysThatThereIsNoNetworkWhenTheRepositoryIsCold() throws Exception {
        // given
        program("mvn", """
                case "$*" in
                  *" -o "*) echo '[ERROR] Cannot access central in offline mode' ;;
                  *) echo '[ERROR] Could not transfer artifact io.quarkus:quarkus-bom:pom:3.33.2 from/to central: Unknown host' ;;
                esac
                exit 1
                """);
        // when
        Outcome outcome = run("up", Map.of("JAVA_HOME", fakeJdk(17)));
        // then
        assertEquals(
                new Outcome(
                        1,
                        "deploy/local/up: Maven can't fetch what the local repository lacks: Could not transfer artifact"
                                + " io.quarkus:quarkus-bom:pom:3.33.2; connect once, or point Maven to a mirror."),
                outcome);
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        // given
        program("mvn", "echo '[ERROR] No space left on device'; exit 1");
        // when
        Outcome outcome = run("up", Map.of("JAVA_HOME", fakeJdk(17)));
        // then
        assertEquals(
                new Outcome(
                        1,
                        "deploy/local/up: the disk of " + checkout.toRealPath()
                                + " is full; free some space (the build needs about 1 GiB)."),
                outcome);
    }

    @Test
    void saysWhatIsMissingForACommandBeforeAnythingIsBuilt() throws Exception {
        // given
        Map<String, String> environment = Map.of("JAVA_HOME", fakeJdk(17));
        // when
        Outcome outcome = run("status", environment);
        // then
        assertEquals(
                new Outcome(
                        1, "deploy/local/status: nothing is built yet; deploy/local/up builds and starts the suite."),
                outcome);
    }

    private Outcome run(String command, Map<String, String> environment) throws Exception {
        Path err = checkout.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(bin.resolve("bash").toString(), "deploy/local/run.sh", command)
                .directory(checkout.toRealPath().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", checkout.toString());
        builder.environment().putAll(environment);
        return new Outcome(builder.start().waitFor(), Files.readString(err).strip());
    }

    /** A directory that looks like a JDK of this version; returns its path. */
    private String fakeJdk(int version) throws IOException {
        Path jdk = Files.createDirectories(checkout.resolve("jdk").resolve(Integer.toString(version)));
        Files.createDirectories(jdk.resolve("bin"));
        executable(jdk.resolve("bin/javac"), "exit 0");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        return jdk.toString();
    }

    private void program(String name, String script) throws IOException {
        executable(bin.resolve(name), script);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onPath(String tool) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
