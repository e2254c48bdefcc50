package care.iop.intake.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral as it stands in lists: without its reason, which only who opens it needs to read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralSummary(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) ReferralSource source,
        @Schema(required = true) Urgency urgency,
        @Nullable LocalDate desiredStartOn,
        @Schema(required = true) ReferralStatus status,
        @Schema(required = true) Instant receivedAt,
        @Nullable Instant acknowledgedAt,
        @Schema(required = true) Instant statusChangedAt,
        @Schema(required = true) AccessTimes access) {}
