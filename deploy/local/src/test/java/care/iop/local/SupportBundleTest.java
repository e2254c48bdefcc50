package care.iop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    @TempDir
    private Path directory;

    @Test
    void bundleOfAStoppedSuiteHoldsFilteredLogsAndSaysWhatDidNotAnswer() throws IOException {
        // given
        Settings settings = Settings.from(directory, Map.of("IOP_PORT_INTAKE_MANAGEMENT", "1"));
        Files.createDirectories(settings.logs());
        Files.writeString(settings.log("intake-service"), """
                {"loggerName":"care.iop.intake.A","message":"kept","mdc":{"traceId":"0af7"}}
                {"loggerName":"org.hibernate.SQL","message":"Avery Example"}
                Avery Example
                """);
        Files.createDirectories(settings.data());
        Files.writeString(settings.data().resolve("postgres.log"), "Avery Example");
        var at = Clock.fixed(Instant.parse("2026-11-26T05:50:01Z"), ZoneOffset.UTC);

        // when
        Path file = new SupportBundle(
                        settings,
                        new Progress(new PrintStream(System.out, true, StandardCharsets.UTF_8)),
                        HttpClient.newHttpClient(),
                        at)
                .run(directory.resolve("out"), List.of());

        // then
        var entries = entries(file);
        assertThat(file.getFileName()).hasToString("iop-support-20261126-055001.zip");
        assertThat(entries.get("intake-service/log.jsonl")).isEqualTo("""
                        {"loggerName":"care.iop.intake.A","message":"kept","mdc":{"traceId":"0af7"}}
                        {"loggerName":"org.hibernate.SQL","mdc":{}}
                        {"leftOut":1}
                        """);
        assertThat(entries.get("intake-service/metrics.txt"))
                .isEqualTo("http://localhost:1/q/metrics does not answer\n");
        assertThat(entries.keySet()).noneMatch(name -> name.contains("postgres"));
        assertThat(entries.values()).noneMatch(content -> content.contains("Avery"));
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
