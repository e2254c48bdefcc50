package care.iop.progress.attendance;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What progress reads of scheduling's {@code attendance-recorded} event.
 *
 * @param kind what kind of session it is, such as GROUP
 * @param track null in events from before it was told
 */
record AttendanceRecorded(
        UUID patientId,
        UUID admissionId,
        LocalDate sessionOn,
        @Nullable String kind,
        Code code,
        Integer plannedMinutes,
        Integer deliveredMinutes,
        @Nullable String track) {

    AttendanceRecorded {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(admissionId, "admissionId");
        Objects.requireNonNull(sessionOn, "sessionOn");
        Objects.requireNonNull(code, "code");
        Minutes.requireOfOneDay(plannedMinutes, "plannedMinutes");
        Minutes.requireOfOneDay(deliveredMinutes, "deliveredMinutes");
    }

    UnitFacts facts() {
        return new UnitFacts(admissionId, sessionOn, code.status(), plannedMinutes, deliveredMinutes, track, kind);
    }

    /** Scheduling's attendance codes. One that is not listed here can't be counted, so its event goes to the dead letters. */
    enum Code {
        ATTENDED,
        LATE,
        PARTIAL,
        EXCUSED,
        LATE_CANCEL,
        NO_SHOW,
        CANCELLED_BY_PROGRAM;

        UnitStatus status() {
            return switch (this) {
                case ATTENDED -> UnitStatus.ATTENDED;
                case LATE -> UnitStatus.LATE;
                case PARTIAL -> UnitStatus.PARTIAL;
                case EXCUSED -> UnitStatus.EXCUSED;
                case LATE_CANCEL -> UnitStatus.LATE_CANCEL;
                case NO_SHOW -> UnitStatus.NO_SHOW;
                case CANCELLED_BY_PROGRAM -> UnitStatus.CANCELLED_BY_PROGRAM;
            };
        }
    }
}
