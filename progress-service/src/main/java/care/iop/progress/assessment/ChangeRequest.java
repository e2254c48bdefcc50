package care.iop.progress.assessment;

import care.iop.chassis.instrument.SexAtBirth;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two measurements of one instrument to compare. */
@Schema(name = "ChangeRequest", examples = """
                {"baseline": {"total": 16}, "now": {"total": 8}}""")
record ChangeRequest(
        @NotNull @Valid Measured baseline,
        @NotNull @Valid Measured now,

        @Schema(description = "UNKNOWN when absent") @Nullable
        SexAtBirth sexAtBirth,

        @Schema(description = "Numbers of a study of the caller's choice, for a criterion of their own")
        @Nullable
        @Valid
        Constants constants) {

    /** Either a total or the answers. */
    @Schema(
            name = "MeasuredScore",
            description = "Either a total or the answers, from which the service makes the scores")
    record Measured(
            @Schema(examples = "16") @Nullable Integer total,

            @Size(max = 100) @Schema(examples = "{\"1\": 2, \"2\": 1}") @Nullable
            Map<String, @Nullable Integer> answers) {}

    /**
     * What the reliable change index of Jacobson and Truax needs.
     *
     * @param cut the mildest number that belongs to the disorder
     */
    @Schema(name = "ReliableChangeConstants")
    record Constants(
            @NotNull @Positive @Schema(description = "Standard deviation at baseline", examples = "6.1")
            Double baselineSd,

            @NotNull
            @DecimalMin("0")
            @DecimalMax(value = "1", inclusive = false)
            @Schema(description = "From 0 to below 1", examples = "0.84")
            Double reliability,

            @Schema(description = "The mildest number that belongs to the disorder", examples = "10") @Nullable
            Integer cut,

            @Schema(description = "A subscale's code; the total when absent", examples = "PROTECTIVE") @Nullable
            String subscale) {}
}
