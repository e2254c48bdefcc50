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
    }
}
