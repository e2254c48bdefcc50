package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An admission as callers see it. */
@Schema(name = "Admission")
record AdmissionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID referralId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID programId,
        @Schema(required = true) LevelOfCare levelOfCare,
        @Schema(required = true) CriteriaEdition criteriaEdition,
        @Schema(required = true) LocalDate admittedOn,
        @Schema(required = true, examples = "900") int prescribedMinutesPerWeek,

        @Schema(required = true, description = "Earliest first")
        List<LevelFrom> levelOfCareHistory,

        @Schema(required = true, description = "What is allowed here and should be looked at")
        List<AdmissionWarning> warnings,

        @Schema(required = true) Instant recordedAt) {

    /** A level of care and the day from which it held. */
    @Schema(name = "LevelOfCareFrom")
    record LevelFrom(
            @Schema(required = true) LevelOfCare levelOfCare,
            @Schema(required = true) CriteriaEdition criteriaEdition,
            @Schema(required = true) LocalDate startsOn) {}
}
