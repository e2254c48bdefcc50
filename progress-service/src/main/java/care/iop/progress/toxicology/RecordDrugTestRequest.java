package care.iop.progress.toxicology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of one drug test. */
@Schema(name = "RecordDrugTestRequest", examples = """
                {"collectedAt": "2026-11-23T14:05:00Z", "specimen": "URINE", "kind": "POINT_OF_CARE_SCREEN", "findings": [
                  {"analyte": "COCAINE", "outcome": "NEGATIVE", "prescribed": false},
                  {"analyte": "BUPRENORPHINE", "outcome": "POSITIVE", "prescribed": true}]}
                """)
record RecordDrugTestRequest(
        @NotNull
        @Schema(
                description =
                        "When the specimen was collected; up to one year back. A laboratory's confirmation repeats the moment and the specimen of the screen that it confirms",
                examples = "2026-11-23T14:05:00Z")
        Instant collectedAt,

        @NotNull @Schema(examples = "URINE") Specimen specimen,

        @NotNull @Schema(examples = "POINT_OF_CARE_SCREEN") TestKind kind,

        @NotEmpty @Size(max = 50) @Schema(description = "One for each analyte; at least one was tested")
        List<@NotNull @Valid AnalyteFinding> findings) {}
