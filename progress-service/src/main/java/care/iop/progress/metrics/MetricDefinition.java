package care.iop.progress.metrics;

import java.util.List;

/**
 * What a metric means, in words that go with each figure.
 *
 * @param categories into which every person of the denominator falls exactly once
 */
record MetricDefinition(
        MetricCode code,
        String title,
        String text,
        String population,
        String exclusions,
        String source,
        List<String> categories,
        List<MeasureDefinition> measures) {}
