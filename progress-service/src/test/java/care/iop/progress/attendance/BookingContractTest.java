package care.iop.progress.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scheduling's published examples, read with what progress keeps of them. */
class BookingContractTest {

    private static final Path SCHEDULING = Path.of("../scheduling-service/contracts");

    @ParameterizedTest
    @ValueSource(
            strings = {"care.iop.scheduling.session-booked.v1", "care.iop.scheduling.session-booking-cancelled.v1"})
    void bookingExamplesAreUnderstood(String type) {
        // when
        var examples = EventContract.readExamples(SCHEDULING, type, SessionBooking.class);

        // then
        assertThat(examples).isNotEmpty();
    }

    @Test
    void attendanceExamplesAreUnderstood() {
        // when
        var examples = EventContract.readExamples(
                SCHEDULING, "care.iop.scheduling.attendance-recorded.v1", AttendanceRecorded.class);

        // then
        assertThat(examples).isNotEmpty();
    }
}
