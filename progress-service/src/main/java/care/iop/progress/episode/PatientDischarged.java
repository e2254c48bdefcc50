package care.iop.progress.episode;

import java.time.LocalDate;
import java.util.Objects;

/** What progress reads of intake's {@code care.iop.intake.patient-discharged.v1}. */
record PatientDischarged(LocalDate dischargedOn) {

    PatientDischarged {
        Objects.requireNonNull(dischargedOn, "dischargedOn");
    }
}
