package care.iop.progress.relapseprevention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A support meeting that the person means to go to each week. */
@Schema(name = "PlannedMeeting")
record PlannedMeeting(
        @NotNull @Schema(examples = "TUESDAY") DayOfWeek day,

        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "must be a time of day like 17:30")
        @Schema(description = "In the person's own time zone", examples = "19:00")
        String startsAt,

        @NotNull @Schema(type = SchemaType.STRING, examples = "Home group at the library")
        PlanText name,

        @NotNull @Schema(examples = "false") Boolean online) {}
