package care.iop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardsTest {

    /** Units of Grafana that the boards use. */
    private static final List<String> UNITS = List.of("s", "bytes", "percentunit", "reqps", "ops", "short");

    @ParameterizedTest
    @ValueSource(strings = {"intake", "scheduling", "progress", "flow"})
    void everyPanelSaysWhatItShowsInWhichUnitAndAsksForWhatIsPublished(String name) {
        // given
        var metrics = Monitoring.metrics();

        // when
        var board = board(name);

        // then
        assertThat(board.path("uid").asText()).isEqualTo("iop-" + name);
        assertThat(panels(board)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isIn(UNITS);
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(queries(panel)).isNotEmpty().flatMap(metrics::findings).isEmpty();
            assertThat(queries(panel)).allMatch(query -> query.contains("namespace=\"$namespace\""));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "scheduling", "progress"})
    void boardOfAServiceAsksThatServiceAlone(String name) {
        // when
        var queries = panels(board(name)).stream().flatMap(panel -> queries(panel).stream());

        // then
        assertThat(queries)
                .allMatch(query -> query.contains("job=\"" + name + "-service\""))
                .noneMatch(query -> query.replace(name + "-service", "").contains("-service\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "scheduling", "progress", "flow"})
    void panelsHaveNumbersOfTheirOwnAndLieBesideEachOther(String name) {
        // given
        var places = new HashSet<String>();
        var numbers = new HashSet<Integer>();

        // when
        var panels = board(name).path("panels");

        // then
        for (var panel : panels) {
            assertThat(numbers.add(panel.path("id").asInt())).isTrue();
            var at = panel.path("gridPos");
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertThat(x).isLessThan(24);
                    assertThat(places.add(x + "," + y))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyMetricThatIsDeclaredIsOnABoardOrInAnAlert() {
        // given
        var metrics = Monitoring.metrics();
        var shown = new TreeSet<String>();

        // when
        queriesOfAllBoards().forEach(query -> shown.addAll(metrics.namedIn(query)));
        Monitoring.alerts()
                .values()
                .forEach(rule -> shown.addAll(metrics.namedIn(rule.path("expr").asText())));
        Monitoring.runbooks().values().forEach(page -> Monitoring.queries(page)
                .forEach(query -> shown.addAll(metrics.namedIn(query))));

        // then
        assertThat(shown).containsExactlyInAnyOrderElementsOf(metrics.names());
    }

    @Test
    void prometheusReadsEveryQuery(@TempDir Path folder) throws IOException {
        // given
        var queries = queriesOfAllBoards()
                .map(query -> query.replace("$__rate_interval", "5m"))
                .toList();
        Files.writeString(folder.resolve("queries.yaml"), Monitoring.asRules(queries));

        // when
        var check = Promtool.run(folder, List.of("check", "rules", "queries.yaml"));

        // then
        assertThat(check.code()).as(check.output()).isZero();
    }

    private static Stream<String> queriesOfAllBoards() {
        return Monitoring.files(Monitoring.BOARDS, ".json").stream()
                .flatMap(file -> panels(Monitoring.yaml(file)).stream())
                .flatMap(panel -> queries(panel).stream());
    }

    private static JsonNode board(String name) {
        return Monitoring.yaml(Monitoring.BOARDS.resolve(name + ".json"));
    }

    private static List<JsonNode> panels(JsonNode board) {
        return StreamSupport.stream(board.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static List<String> queries(JsonNode panel) {
        return panel.path("targets").findValuesAsText("expr");
    }
}
