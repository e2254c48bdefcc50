package care.iop.scheduling.enrollment;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.PrescribedSessions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A weekly prescription of a client's own, in place of the program's default. */
@Schema(name = "PrescriptionRequest", examples = PrescriptionRequest.EXAMPLE)
record PrescriptionRequest(
        @Schema(required = true, description = "Together no more minutes than are prescribed") @NotNull @Size(max = 20)
        List<@Valid @NotNull PrescribedSessions> sessions,

        @Schema(description = "Ways of treatment that are prescribed; any when absent") @Size(max = 10)
        Set<@NotNull Modality> modalities) {

    static final String EXAMPLE = """
            {
              "sessions": [
                {"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2},
                {"kind": "FAMILY", "minutes": 120, "timesPerWeek": 2}
              ],
              "modalities": ["CBT"]
            }""";

    PrescriptionRequest {
        modalities = modalities == null ? Set.of() : modalities;
    }
}
