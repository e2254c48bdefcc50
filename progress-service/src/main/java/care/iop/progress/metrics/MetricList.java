package care.iop.progress.metrics;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All metrics with their definitions, and what is not offered yet. */
@Schema(name = "MetricList")
record MetricList(
        @Schema(required = true) List<MetricView.Definition> items,

        @Schema(required = true, description = "Figures that the suite can't tell yet, and why")
        List<String> notOffered) {}
