package care.iop.scheduling.enrollment;

import care.iop.scheduling.program.PrescribedSessions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A weekly prescription of a client's own, in place of the program's default. */
@Schema(name = "PrescriptionRequest", examples = PrescriptionRequest.EXAMPLE)
record PrescriptionRequest(
        @Schema(required = true, description = "Together no more minutes than are prescribed") @NotNull @Size(max = 20)
        List<@Valid @NotNull PrescribedSessions> sessions) {

    static final String EXAMPLE = """
            {
              "sessions": [
                {"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2},
                {"kind": "FAMILY", "minutes": 120, "timesPerWeek": 2}
              ]
            }""";
}
