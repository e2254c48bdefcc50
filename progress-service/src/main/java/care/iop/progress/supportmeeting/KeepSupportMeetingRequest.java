package care.iop.progress.supportmeeting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says of one support meeting, whole. */
@Schema(name = "KeepSupportMeetingRequest", examples = """
                {"heldOn": "2026-11-24", "fellowship": "SMART_RECOVERY", "online": false, "status": "PLANNED"}
                """)
record KeepSupportMeetingRequest(
        @NotNull
        @Schema(
                description = "The day, in the person's own time zone: up to 30 days back and 90 ahead",
                examples = "2026-11-24")
        LocalDate heldOn,

        @NotNull @Schema(examples = "SMART_RECOVERY") Fellowship fellowship,
        @NotNull @Schema(examples = "false") Boolean online,

        @NotNull @Schema(description = "ATTENDED and MISSED only for days that have come", examples = "ATTENDED")
        MeetingStatus status) {}
