package care.iop.progress.supportmeeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One support meeting of one person. */
@Schema(name = "SupportMeeting")
record SupportMeetingView(
        @Schema(description = "Made by the person's device", examples = "5a0f7c1e-2f0e-4d5b-9b8a-1c2d3e4f5a6b")
        UUID id,

        @Schema(examples = "0190f3a1-6b0d-7c19-8a2b-4e0d1c2b3a49")
        UUID patientId,

        @Schema(examples = "2026-11-24") LocalDate heldOn,

        @Schema(
                implementation = String.class,
                description = "Codes are added as time goes by",
                examples = "SMART_RECOVERY")
        Fellowship fellowship,

        @Schema(examples = "false") boolean online,

        @Schema(description = "Whether it was planned: attended of planned is the adherence", examples = "true")
        boolean planned,

        @Schema(examples = "ATTENDED") MeetingStatus status,
        Instant recordedAt,
        Instant changedAt) {

    static SupportMeetingView of(SupportMeeting meeting) {
        return new SupportMeetingView(
                meeting.id(),
                meeting.patientId(),
                meeting.heldOn(),
                meeting.fellowship(),
                meeting.online(),
                meeting.planned(),
                meeting.status(),
                meeting.recordedAt(),
                meeting.changedAt());
    }
}
