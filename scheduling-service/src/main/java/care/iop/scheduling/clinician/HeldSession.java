package care.iop.scheduling.clinician;

import care.iop.scheduling.program.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/** A scheduled session that a clinician holds, as far as time off and leaving need to know. */
record HeldSession(UUID id, LocalDate sessionOn, Instant startsAt, Instant endsAt, String zone) {

    boolean overlaps(TimeWindow window) {
        return localTime(startsAt).toSecondOfDay() / 60 < window.endMinute()
                && (sessionEndsAtMidnight()
                        || window.startMinute() < localTime(endsAt).toSecondOfDay() / 60);
    }

    private boolean sessionEndsAtMidnight() {
        return localTime(endsAt).equals(LocalTime.MIDNIGHT);
    }

    private LocalTime localTime(Instant instant) {
        return instant.atZone(ZoneId.of(zone)).toLocalTime();
    }
}
