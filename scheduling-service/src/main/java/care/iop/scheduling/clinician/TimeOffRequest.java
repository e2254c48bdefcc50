package care.iop.scheduling.clinician;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Time in which a clinician holds no sessions. */
@Schema(name = "TimeOffRequest", examples = """
                {"firstOn": "2027-02-15", "lastOn": "2027-02-19", "reason": "VACATION"}""")
record TimeOffRequest(
        @Schema(required = true, examples = "2027-02-15") @NotNull
        LocalDate firstOn,

        @Schema(required = true, description = "The last day, included", examples = "2027-02-19") @NotNull
        LocalDate lastOn,

        @Schema(description = "Within one day only, on a quarter hour; absent for whole days", examples = "13:00")
        @Nullable
        LocalTime from,

        @Schema(description = "Goes with from; 00:00 is the end of the day", examples = "17:00") @Nullable
        LocalTime until,

        @Schema(required = true, examples = "VACATION") @NotNull
        TimeOffReason reason,

        @Schema(
                description =
                        "Record it although the clinician holds sessions then, such as when they are sick; the sessions stay until they are moved",
                defaultValue = "false")
        Boolean sessionsStay) {

    TimeOffRequest {
        sessionsStay = sessionsStay == null ? Boolean.FALSE : sessionsStay;
    }
}
