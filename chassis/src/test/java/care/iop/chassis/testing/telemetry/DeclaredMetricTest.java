package care.iop.chassis.testing.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredMetricTest {

    private static final String SCRAPE = """
            # TYPE iop_loaves gauge
            # HELP iop_loaves Loaves on the shelf
            iop_loaves{shelf="upper \\"left\\"",kind="rye"} 3.0
            # TYPE iop_sold counter
            iop_sold_total 7.0
            jvm_threads 12.0
            """;

    private static final DeclaredMetric LOAVES = metric("iop_loaves", List.of("shelf", "kind"), "bakery");
    private static final DeclaredMetric SOLD = metric("iop_sold_total", List.of(), "bakery");

    @Test
    void asDeclaredThereIsNothingToFind() {
        // when
        var findings = DeclaredMetric.findings("bakery", List.of(LOAVES, SOLD), SCRAPE);

        // then
        assertThat(findings).isEmpty();
    }

    @Test
    void missingUndeclaredAndOtherwiseLabelledMetricsAreFound() {
        // given
        var declared = List.of(
                metric("iop_loaves", List.of("shelf"), "bakery"),
                metric("iop_baked_total", List.of(), "bakery"),
                metric("iop_sold_total", List.of(), "brewery"));

        // when
        var findings = DeclaredMetric.findings("bakery", declared, SCRAPE);

        // then
        assertThat(findings)
                .containsExactly(
                        "iop_loaves has labels [kind, shelf], declared are [shelf]",
                        "bakery doesn't publish iop_baked_total",
                        "bakery publishes iop_sold_total, which is not declared for it");
    }

    private static DeclaredMetric metric(String name, List<String> labels, String service) {
        return new DeclaredMetric(name, "gauge", "loaves", List.of(service), labels, "for the test");
    }
}
