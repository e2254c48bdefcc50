package care.iop.scheduling.clinician;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when on a clinician holds no sessions here. */
@Schema(name = "ClinicianRetirementRequest", examples = """
                {"retiredOn": "2027-01-04"}""")
record ClinicianRetirementRequest(
        @Schema(description = "The first day without them; absent when they come back", examples = "2027-01-04")
        @Nullable
        LocalDate retiredOn) {}
