package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What progress reads of intake's {@code care.iop.intake.patient-discharged.v1}.
 *
 * @param tedsReason TEDS REASON, 1 to 7
 */
record PatientDischarged(
        LocalDate dischargedOn,
        @Nullable LocalDate lastContactOn,
        @Nullable String reason,
        @Nullable Integer tedsReason) {

    PatientDischarged {
        Objects.requireNonNull(dischargedOn, "dischargedOn");
        if (tedsReason != null && (tedsReason < 1 || tedsReason > 7)) {
            throw new IllegalArgumentException("tedsReason must be 1 to 7");
        }
    }
}
