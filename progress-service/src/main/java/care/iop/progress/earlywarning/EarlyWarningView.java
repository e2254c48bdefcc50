package care.iop.progress.earlywarning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who may drop out in the 14 days from a Monday on, most likely first, as the approved model has it. */
@Schema(name = "EarlyWarnings")
record EarlyWarningView(
        @Schema(
                description = "The model that warns; null while none is approved, and nobody is warned of",
                nullable = true)
        @Nullable
        UUID modelId,

        @Schema(description = "The Monday before which the two weeks were looked at", examples = "2026-11-23")
        LocalDate asOf,

        List<Warning> items) {

    /** One person with the reasons. */
    @Schema(name = "EarlyWarning")
    record Warning(
            @Schema(examples = "0190f3a1-5a0c-7b18-891a-3d0c1b2a3948")
            UUID admissionId,

            @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
            UUID patientId,

            @Schema(description = "Of dropping out in the next 14 days, 0 to 1, two decimals", examples = "0.34")
            double probability,

            @Schema(
                    description = "What speaks for it most, strongest first; at most three",
                    examples = "[\"missed 3 of 5 sessions in two weeks\"]")
            List<String> reasons) {}
}
