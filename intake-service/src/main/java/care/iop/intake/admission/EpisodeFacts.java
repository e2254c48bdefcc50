package care.iop.intake.admission;

import care.iop.intake.level.LevelOfCare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay as those outside may be told of it: that the person is in treatment, since when and at which level. Reasons, places
 * and outcome data are not.
 *
 * @param onLeave whether the person is away at present
 * @param dischargedOn absent as long as the stay goes on
 */
public record EpisodeFacts(
        UUID id,
        long version,
        UUID patientId,
        UUID referralId,
        LevelOfCare levelOfCare,
        LocalDate admittedOn,
        boolean onLeave,
        @Nullable LocalDate dischargedOn,
        Instant changedAt) {}
