package care.iop.scheduling.roster;

import care.iop.scheduling.session.SaneDate;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to a published week. */
@Schema(name = "ReplanRequest", examples = """
                {"weekStartingOn": "2026-01-12", "cause": "CLINICIAN_ABSENT", "clinicianId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10", "from": "2026-01-13", "until": "2026-01-13"}""")
record ReplanRequest(
        @Schema(required = true, examples = "2026-01-12", description = "The Monday of the week") @NotNull @SaneDate
        LocalDate weekStartingOn,

        @Schema(required = true, examples = "CLINICIAN_ABSENT") @NotNull
        ReplanCause cause,

        @Schema(description = "Whom NEW_CLIENT and LEVEL_CHANGE are about") @Nullable
        UUID enrollmentId,

        @Schema(description = "What CANCELLATION gives up") @Nullable
        UUID bookingId,

        @Schema(description = "Who is away, with CLINICIAN_ABSENT") @Nullable
        UUID clinicianId,

        @Schema(description = "What can't be used, with ROOM_LOST") @Nullable
        UUID roomId,

        @Schema(description = "The first day of an absence or loss; the Monday when absent") @SaneDate @Nullable
        LocalDate from,

        @Schema(description = "The last day of an absence or loss; the Sunday when absent") @SaneDate @Nullable
        LocalDate until,

        @Schema(
                description =
                        "How far a change may reach: 0 only the sessions concerned, at the same time; 1 also other times for"
                                + " the clients concerned; 2 also single sessions of other clients of the same clinicians. Groups never change",
                defaultValue = "2",
                examples = "2")
        @Min(0)
        @Max(2)
        Integer rings) {

    private static final int ALL_RINGS = 2;

    ReplanRequest {
        rings = rings == null ? ALL_RINGS : rings;
    }

    boolean isInWeek(LocalDate day) {
        return !day.isBefore(weekStartingOn) && !day.isAfter(weekStartingOn.plusDays(6));
    }
}
