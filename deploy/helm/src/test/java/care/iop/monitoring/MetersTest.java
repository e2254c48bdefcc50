package care.iop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The meters that the code makes are those that are declared: found here without starting a service. */
class MetersTest {

    private static final Path SUITE = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern METER = Pattern.compile(
            "(?:counter|gauge|builder|timer|summary)\\(\\s*\"(iop\\.[a-z.-]+)\"|FAILED = \"(iop\\.[a-z.-]+)\"");

    @Test
    void everyMeterOfTheCodeIsDeclaredAndEveryDeclaredOneIsInTheCode() throws IOException {
        // given
        var declared = Monitoring.metrics().names().stream()
                .filter(name -> name.startsWith("iop_"))
                .map(name -> name.replaceFirst("_(total|seconds)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        // when
        var made = new TreeSet<String>();
        for (var module : List.of("chassis", "intake-service", "scheduling-service", "progress-service")) {
            made.addAll(metersOf(SUITE.resolve(module).resolve("src/main/java")));
        }

        // then
        assertThat(made).isNotEmpty().isEqualTo(declared);
    }

    @Test
    void meterIsFoundAcrossLines() {
        // given
        var code =
                "Gauge.builder(\n  \"iop.not-declared.at-all\", this, X::y)\n meters.counter(\"iop.other\", \"tag\", \"x\")";

        // when
        var found = meters(code);

        // then
        assertThat(found).containsExactlyInAnyOrder("iop_not_declared_at_all", "iop_other");
    }

    private static Set<String> metersOf(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> meters(Monitoring.read(file)).stream())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> meters(String code) {
        return METER.matcher(code)
                .results()
                .map(meter -> meter.group(1) == null ? meter.group(2) : meter.group(1))
                .map(name -> name.replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }
}
