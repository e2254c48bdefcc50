package care.iop.intake.authorization;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was approved will not last until treatment is planned to end. Told once for each first day that is not covered, and
 * again when that day has become another.
 */
record AuthorizationRunningOut(
        UUID authorizationId,
        UUID admissionId,
        UUID patientId,
        LocalDate firstUncoveredOn,
        @Nullable LocalDate exhaustsOn,
        LocalDate plannedEndOn,
        @Nullable LocalDate reviewDueOn) {

    static final String TYPE = "care.iop.intake.authorization-running-out.v1";

    static AuthorizationRunningOut of(UUID authorizationId, UUID admissionId, UUID patientId, BurnDown forecast) {
        return new AuthorizationRunningOut(
                authorizationId,
                admissionId,
                patientId,
                Objects.requireNonNull(forecast.firstUncoveredOn(), "firstUncoveredOn"),
                forecast.exhaustsOn(),
                forecast.until(),
                forecast.reviewDueOn());
    }
}
