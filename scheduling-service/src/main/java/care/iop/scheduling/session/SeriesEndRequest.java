package care.iop.scheduling.session;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last day of a series. */
@Schema(name = "SeriesEndRequest", examples = """
                {"lastOn": "2027-06-30"}""")
record SeriesEndRequest(
        @Schema(required = true, description = "A meeting on this day still takes place", examples = "2027-06-30")
        @NotNull
        @SaneDate
        LocalDate lastOn) {}
