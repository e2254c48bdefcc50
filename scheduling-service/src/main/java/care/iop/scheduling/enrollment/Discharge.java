package care.iop.scheduling.enrollment;

import java.time.LocalDate;

/** What scheduling reads of intake's {@code patient-discharged} event. */
record Discharge(LocalDate dischargedOn) {

    /** Refuses an event without a day. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    Discharge {
        if (dischargedOn == null) {
            throw new IllegalArgumentException("a discharge needs its day");
        }
    }
}
