package care.iop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {

    private static final Path RULES = Monitoring.PROMETHEUS.resolve("rules");
    private static final Path TESTS = Monitoring.PROMETHEUS.resolve("tests");
    /** What a board shows and no alert asks about. */
    private static final Set<String> WITHOUT_ALERT = Set.of(
            "iop_progress_partitions_opened_late_total",
            "iop_outbox_published_total",
            "iop_inbox_consumed_total",
            "iop_progress_alert_stream_readers");

    @Test
    void everyRuleNamesOnlyWhatTheServicesPublish() {
        // given
        var metrics = Monitoring.metrics();

        // when
        var findings = Monitoring.alerts().values().stream()
                .flatMap(rule -> metrics.findings(rule.path("expr").asText()).stream())
                .toList();

        // then
        assertThat(findings).isEmpty();
    }

    @Test
    void everyMetricOfTheSuiteHasAnAlert() {
        // given
        var metrics = Monitoring.metrics();

        // when
        var asked = Monitoring.alerts().values().stream()
                .flatMap(rule -> metrics.namedIn(rule.path("expr").asText()).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(metrics.names())
                .filteredOn(name -> name.startsWith("iop_") && !WITHOUT_ALERT.contains(name))
                .isNotEmpty()
                .isSubsetOf(asked);
    }

    @Test
    void everyAlertSaysHowBadItIsWhatItMeansAndWhereItsPageIs() {
        // when
        var alerts = Monitoring.alerts();

        // then
        assertThat(alerts).allSatisfy((name, rule) -> {
            assertThat(name).startsWith("Iop");
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
            assertThat(rule.at("/annotations/runbook").asText()).isEqualTo("deploy/runbooks/" + name + ".md");
        });
    }

    @Test
    void everyAlertIsTestedOnBothSides() {
        // when
        var tested = Monitoring.files(TESTS, ".yaml").stream()
                .flatMap(file -> Monitoring.yaml(file).findValuesAsText("name").stream())
                .toList();

        // then
        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(Monitoring.alerts().keySet().stream()
                        .flatMap(alert -> Stream.of(alert + " fires", alert + " is silent"))
                        .toList());
    }

    @Test
    void testsAskAboutTheAlertThatTheyAreNamedAfter() {
        for (var file : Monitoring.files(TESTS, ".yaml")) {
            for (var test : Monitoring.yaml(file).path("tests")) {
                // when
                var name = test.path("name").asText();
                var asked = test.at("/promql_expr_test/0");

                // then
                assertThat(asked.path("expr").asText())
                        .contains("alertname=\"" + name.substring(0, name.indexOf(' ')) + "\"");
                assertThat(asked.path("exp_samples").isEmpty()).as(name).isEqualTo(name.endsWith(" is silent"));
            }
        }
    }

    @Test
    void prometheusReadsTheRulesAndTheirTestsPass() {
        // when
        var check = Promtool.run(Monitoring.PROMETHEUS, withFiles(List.of("check", "rules"), RULES));
        var test = Promtool.run(Monitoring.PROMETHEUS, withFiles(List.of("test", "rules"), TESTS));

        // then
        assertThat(check.code()).as(check.output()).isZero();
        assertThat(test.code()).as(test.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            safety   | iop_progress_not_safe_waiting) > 0         | iop_progress_not_safe_waiting) > 1
            safety   | [1h])) > 3                                 | [1h])) > 1
            events   | iop_outbox_oldest_seconds) > 60            | iop_outbox_oldest_seconds) >= 60
            events   | (iop_outbox_relay_active) > 1              | (iop_outbox_relay_active) > 0
            requests | > 0.05                                     | > 0.5
            process  | > 2                                        | > 5
            """)
    void plantedMistakeInARuleIsFound(String group, String right, String wrong, @TempDir Path copy) throws IOException {
        // given
        Files.createDirectories(copy.resolve("rules"));
        Files.createDirectories(copy.resolve("tests"));
        var rules = Monitoring.read(RULES.resolve(group + ".yaml"));
        assertThat(rules).contains(right);
        Files.writeString(copy.resolve("rules/" + group + ".yaml"), rules.replace(right, wrong));
        Files.copy(TESTS.resolve(group + ".yaml"), copy.resolve("tests/" + group + ".yaml"));

        // when
        var test = Promtool.run(copy, List.of("test", "rules", "tests/" + group + ".yaml"));

        // then
        assertThat(test.code()).as(test.output()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iop_outbox_backlogs > 3",
                "sum by (job) (rate(iop_outbox_backlog[5m])) > 3",
                "iop_inbox_dead_letters_total > 0",
                "iop_outbox_backlog{topic=\"x\"} > 3",
                "max by (job) (iop_outbox_backlog) > iop_unknown",
            })
    void queryForWhatIsNotPublishedIsFound(String query) {
        // when
        var findings = Monitoring.metrics().findings(query);

        // then
        assertThat(findings).hasSize(1);
    }

    private static List<String> withFiles(List<String> arguments, Path folder) {
        var all = new ArrayList<>(arguments);
        Monitoring.files(folder, ".yaml").forEach(file -> all.add(file.toString()));
        return all;
    }
}
