package care.iop.intake.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of authorizations, and scheduling's published examples read with what intake keeps of them. */
public class AuthorizationEventsContractTest {

    static final EventContract APPROVED = contract(AuthorizationState.APPROVED, AuthorizationState.class);
    static final EventContract CHANGED = contract(AuthorizationState.CHANGED, AuthorizationState.class);
    static final EventContract ENDED = contract(AuthorizationEnded.TYPE, AuthorizationEnded.class);
    static final EventContract RUNNING_OUT = contract(AuthorizationRunningOut.TYPE, AuthorizationRunningOut.class);

    private static final Path SCHEDULING = Path.of("../scheduling-service/contracts");

    private static EventContract contract(String type, Class<? extends Record> data) {
        return EventContract.in(Path.of("contracts"), AuthorizationState.TOPIC, type, data);
    }

    public static Stream<EventContract> contracts() {
        return Stream.of(APPROVED, CHANGED, ENDED, RUNNING_OUT);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemaAndExamplesAreCurrent(EventContract contract) {
        contract.check();
    }

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
