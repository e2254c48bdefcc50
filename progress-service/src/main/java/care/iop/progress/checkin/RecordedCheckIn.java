package care.iop.progress.checkin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a check-in says in figures, as other features may tell of it. The person's own words, what was used and what pulled at
 * them stay here.
 *
 * @param mood 0 (worst) to 10 (best)
 * @param craving 0 (none) to 10 (strongest)
 */
public record RecordedCheckIn(
        UUID id,
        long version,
        UUID patientId,
        LocalDate forOn,
        int mood,
        int craving,
        BigDecimal sleepHours,
        Instant reportedAt,
        Instant changedAt) {}
