package care.iop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbooksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    @Test
    void everyAlertHasItsPageAndEveryPageItsAlert() {
        // when
        var pages = Monitoring.runbooks().keySet();

        // then
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(Monitoring.alerts().keySet());
    }

    @Test
    void everyPageSaysHowToSeeItWhatCausesItWhatMendsItAndWhenItIsOver() {
        assertThat(Monitoring.runbooks()).allSatisfy((name, page) -> {
            assertThat(page).startsWith("# " + name + "\n");
            assertThat(page.lines().filter(line -> line.startsWith("## ")))
                    .containsExactly("## See", "## Causes", "## Mend", "## Over when");
            assertThat(Monitoring.queries(page)).isNotEmpty();
            assertThat(page.substring(page.indexOf("## Mend"))).contains("```sh\n");
        });
    }

    @Test
    void everyQueryOfAPageNamesOnlyWhatIsPublishedAndOneOfItsAlertsMetrics() {
        // given
        var metrics = Monitoring.metrics();
        var alerts = Monitoring.alerts();

        assertThat(Monitoring.runbooks()).allSatisfy((name, page) -> {
            // when
            var queries = Monitoring.queries(page);
            var expression = alerts.get(name).path("expr").asText();

            // then
            assertThat(queries).flatMap(metrics::findings).isEmpty();
            assertThat(queries)
                    .anyMatch(query -> expression.contains("up{")
                            ? query.contains("up{")
                            : metrics.namedIn(expression).stream().anyMatch(query::contains));
        });
    }

    @Test
    void prometheusReadsEveryQueryOfThePages(@TempDir Path folder) throws IOException {
        // given
        var queries = Monitoring.runbooks().values().stream()
                .flatMap(page -> Monitoring.queries(page).stream())
                .toList();
        Files.writeString(folder.resolve("queries.yaml"), Monitoring.asRules(queries));

        // when
        var check = Promtool.run(folder, List.of("check", "rules", "queries.yaml"));

        // then
        assertThat(check.code()).as(check.output()).isZero();
    }

    @Test
    void everyPageIsListedAndEveryLinkLeadsSomewhere() {
        // given
        var list = Monitoring.read(Monitoring.RUNBOOKS.resolve("README.md"));

        // when
        var dead = Monitoring.files(Monitoring.RUNBOOKS, ".md").stream()
                .flatMap(file -> LINK.matcher(Monitoring.read(file)).results())
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(Monitoring.RUNBOOKS.resolve(link)))
                .toList();

        // then
        assertThat(dead).isEmpty();
        assertThat(Monitoring.alerts().keySet()).allMatch(alert -> list.contains("[" + alert + "](" + alert + ".md)"));
    }
}
