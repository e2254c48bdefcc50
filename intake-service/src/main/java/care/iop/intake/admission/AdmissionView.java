package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.PrivateText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An admission as callers see it. */
@Schema(name = "Admission")
record AdmissionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID referralId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID programId,

        @Schema(required = true, description = "The latest that was decided; the history says from which day")
        LevelOfCare levelOfCare,

        @Schema(required = true) CriteriaEdition criteriaEdition,
        @Schema(required = true) AdmissionStatus status,
        @Schema(required = true) Phase phase,
        @Schema(required = true) LocalDate admittedOn,

        @Schema(required = true, description = "Whether the person had an earlier stay in this organization")
        boolean readmission,

        @Schema(required = true, examples = "900") int prescribedMinutesPerWeek,

        @Schema(required = true, description = "Earliest first")
        List<LevelFrom> levelOfCareHistory,

        @Schema(required = true, description = "Earliest first")
        List<LeaveTaken> leaves,

        @Nullable Discharge discharge,

        @Schema(description = "As it was at the admission") @Nullable
        OutcomeData dataAtAdmission,

        @Schema(description = "As it was at the discharge") @Nullable
        OutcomeData dataAtDischarge,

        @Schema(required = true, description = "What is allowed here and should be looked at")
        List<AdmissionWarning> warnings,

        @Schema(required = true) Instant recordedAt) {

    /** A level of care and the day from which it held. */
    @Schema(name = "LevelOfCareFrom")
    record LevelFrom(
            @Schema(required = true) LevelOfCare levelOfCare,
            @Schema(required = true) CriteriaEdition criteriaEdition,
            @Schema(required = true) LocalDate startsOn,
            @Schema(required = true) UUID programId,
            @Schema(required = true) int prescribedMinutesPerWeek,
            @Schema(required = true) Phase phase,
            @Schema(required = true) LevelChangeKind kind,

            @Schema(description = "Absent for the first level, whose placement is the referral's") @Nullable
            PrivateText rationale,

            @Schema(description = "The subject of the clinician's access token") @Nullable
            String decidedBy) {}

    /** A leave; without a last day the person is away. */
    @Schema(name = "Leave")
    record LeaveTaken(
            @Schema(required = true) LocalDate startsOn,
            @Nullable LocalDate expectedBackOn,
            @Nullable LocalDate lastDayOn,
            @Schema(required = true) LeaveReason reason) {}

    /** How the stay ended. */
    @Schema(name = "Discharge")
    record Discharge(
            @Schema(required = true) LocalDate dischargedOn,
            @Schema(required = true) LocalDate lastContactOn,
            @Schema(required = true) EndReason reason,
            @Schema(required = true) LengthOfStay lengthOfStay) {}
}
