package care.iop.progress.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A metric of a cohort with its definition. */
@Schema(name = "MetricFigures")
record MetricView(
        @Schema(required = true) Definition definition,
        @Schema(required = true) CohortView cohort,

        @Schema(required = true, description = "What is known of days after this one doesn't count")
        LocalDate asOf,

        @Schema(required = true) GroupView all,

        @Schema(required = true, description = "The groups of the dimension that was asked for, by key; else none")
        List<GroupView> groups,

        @Schema(required = true, description = "Whether anything is hidden")
        boolean suppressed,

        @Schema(required = true, description = "What is hidden and why")
        String suppression) {

    /** What a metric means. */
    @Schema(name = "MetricDefinition")
    record Definition(
            @Schema(
                    implementation = String.class,
                    required = true,
                    description = "Codes are added as time goes by",
                    examples = "RETENTION_30")
            MetricCode code,

            @Schema(required = true) String title,
            @Schema(required = true) String text,

            @Schema(required = true, description = "Who is counted")
            String population,

            @Schema(required = true, description = "Who is left out")
            String exclusions,

            @Schema(required = true) String source,

            @Schema(
                    required = true,
                    description = "Into which everybody of the population falls exactly once",
                    examples = "[\"RETAINED\", \"LEFT\"]")
            List<String> categories,

            @Schema(required = true) List<MeasureText> measures) {

        static Definition of(MetricDefinition definition) {
            return new Definition(
                    definition.code(),
                    definition.title(),
                    definition.text(),
                    definition.population(),
                    definition.exclusions(),
                    definition.source(),
                    definition.categories(),
                    definition.measures().stream().map(MeasureText::of).toList());
        }
    }

    /** What one figure of a metric is. */
    @Schema(name = "MeasureDefinition")
    record MeasureText(
            @Schema(required = true, examples = "RETENTION") String code,
            @Schema(required = true) MeasureDefinition.Kind kind,
            @Schema(required = true) String numerator,
            @Schema(required = true) String denominator) {

        static MeasureText of(MeasureDefinition measure) {
            return new MeasureText(measure.code(), measure.kind(), measure.numerator(), measure.denominator());
        }
    }

    /** The episodes that were counted. */
    @Schema(name = "MetricCohort")
    record CohortView(
            @Schema(required = true, description = "The first month of admissions", examples = "2026-01")
            String from,

            @Schema(required = true, description = "The last month of admissions", examples = "2026-06")
            String to,

            @Nullable UUID programId,
            @Schema(examples = "2.1") @Nullable String level,
            @Schema(examples = "COURT") @Nullable String referralSource,

            @Schema(description = "The category of who pays", examples = "MEDICAID") @Nullable
            String payer,

            @Schema(description = "The track when the first session was booked", examples = "EVENING") @Nullable
            String track,

            @Schema(description = "By what it is divided") @Nullable
            Dimension by) {}

    /** One group, or all. What is hidden is null. */
    @Schema(name = "MetricGroup")
    record GroupView(
            @Schema(required = true, examples = "2026-01") String key,

            @Schema(description = "Persons of the population; null when hidden", nullable = true, examples = "48")
            @Nullable
            Long persons,

            @Schema(required = true, description = "Persons by category; null where hidden")
            Map<String, @Nullable Long> counts,

            @Schema(required = true, description = "Persons who are left out, by reason; null where hidden")
            Map<String, @Nullable Long> excluded,

            @Schema(required = true) List<Measure> measures,

            @Schema(
                    required = true,
                    description = "Further sums, such as sessions that are not marked yet; none when hidden")
            Map<String, BigDecimal> sums) {}

    /** One figure; its numbers are null when it is hidden, or when there is nothing to divide by. */
    @Schema(name = "MetricMeasure")
    record Measure(
            @Schema(required = true, examples = "RETENTION") String code,

            @Schema(nullable = true, examples = "36") @Nullable
            BigDecimal numerator,

            @Schema(nullable = true, examples = "48") @Nullable
            BigDecimal denominator,

            @Schema(description = "Four decimals, half up, for a share or ratio", nullable = true, examples = "0.75")
            @Nullable
            BigDecimal value,

            @Schema(required = true) boolean suppressed) {}
}
