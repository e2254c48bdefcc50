package care.iop.progress.metrics;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A family of metrics: what they mean, and how their cohorts are counted. */
interface Metric {

    /** The metrics of this family. */
    Set<MetricCode> codes();

    /** What one of them means. */
    MetricDefinition definition(MetricCode code);

    /** Counts a cohort, divided by a dimension; null for the whole only. Nothing is hidden yet. */
    Groups count(MetricCode code, Cohort cohort, @Nullable Dimension by);
}
