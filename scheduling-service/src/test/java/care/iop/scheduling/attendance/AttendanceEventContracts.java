package care.iop.scheduling.attendance;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What scheduling promises of its attendance events. */
public final class AttendanceEventContracts {

    /** What became of a booked session was recorded or corrected. */
    public static final EventContract RECORDED = EventContract.in(
            Path.of("contracts"), AttendanceRecorded.TOPIC, AttendanceRecorded.TYPE, AttendanceRecorded.class);

    private AttendanceEventContracts() {}
}
