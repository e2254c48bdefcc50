package care.iop.scheduling.enrollment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a stay is planned to end. */
@Schema(name = "PlannedEndRequest", examples = """
                {"plannedEndOn": "2027-03-31"}""")
record PlannedEndRequest(
        @Schema(description = "Absent when it is open", examples = "2027-03-31") @Nullable
        LocalDate plannedEndOn) {}
