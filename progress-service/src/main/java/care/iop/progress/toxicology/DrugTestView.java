package care.iop.progress.toxicology;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of one drug test. */
@Schema(name = "DrugTest")
record DrugTestView(
        @Schema(examples = "0190f3a1-9d3f-7e4b-8c5d-7a2f3e4d5c6b")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(description = "The episode it was recorded in; null when none was known", nullable = true) @Nullable
        UUID admissionId,

        Instant collectedAt,

        @Schema(implementation = String.class, description = "Codes are added as time goes by", examples = "URINE")
        Specimen specimen,

        TestKind kind,

        @Schema(description = "In the order in which they were recorded")
        List<FindingView> findings,

        @Schema(description = "The subject of the token of who recorded it")
        String recordedBy,

        Instant recordedAt,

        @Schema(
                description =
                        "When it was found to be entered in error; null when it was not. A void result counts nowhere",
                nullable = true)
        @Nullable
        Instant voidedAt,

        @Schema(description = "The subject of the token of who voided it", nullable = true) @Nullable
        String voidedBy,

        @Schema(
                implementation = String.class,
                description = "Why it was voided; codes are added as time goes by",
                nullable = true,
                examples = "WRONG_PERSON")
        @Nullable
        VoidReason voidReason) {

    /** One analyte of the test. */
    @Schema(name = "DrugTestFinding")
    record FindingView(
            @Schema(
                    implementation = String.class,
                    description = "Codes are added as time goes by",
                    examples = "COCAINE")
            Analyte analyte,

            Outcome outcome,

            @Schema(description = "Whether a positive is expected because it is prescribed")
            boolean prescribed) {

        static FindingView of(AnalyteFinding finding) {
            return new FindingView(finding.analyte(), finding.outcome(), finding.prescribed());
        }
    }

    static DrugTestView of(DrugTest test) {
        return new DrugTestView(
                test.id(),
                test.patientId(),
                test.admissionId(),
                test.collectedAt(),
                test.specimen(),
                test.kind(),
                test.findings().stream().map(FindingView::of).toList(),
                test.recordedBy(),
                test.recordedAt(),
                test.voidedAt(),
                test.voidedBy(),
                test.voidReason());
    }
}
