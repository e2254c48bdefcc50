package care.iop.intake.referral;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral as callers see it. */
@Schema(name = "Referral")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) ReferralSource source,
        @Schema(required = true) Urgency urgency,
        @Nullable PrivateText reason,
        @Nullable LocalDate desiredStartOn,
        @Schema(required = true) ReferralStatus status,

        @Schema(description = "Present when the state is REFERRED_ELSEWHERE, WITHDRAWN or LOST") @Nullable
        EndReason endReason,

        @Schema(description = "Where the person went, when they were referred elsewhere") @Nullable
        PrivateText referredTo,

        @Schema(description = "Of the latest placement") @Nullable
        LevelOfCare levelOfCare,

        @Schema(description = "Of the latest placement") @Nullable
        CriteriaEdition criteriaEdition,

        @Schema(required = true) Instant receivedAt,

        @Schema(description = "When the sender had an answer") @Nullable
        Instant acknowledgedAt,

        @Schema(required = true) Instant statusChangedAt,
        @Schema(required = true) AccessTimes access) {}
