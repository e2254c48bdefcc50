package care.iop.intake.admission;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events of a stay after the admission. */
public class EpisodeEventsContractTest {

    static final EventContract LEVEL_OF_CARE_CHANGED = contract(LevelOfCareChanged.TYPE, LevelOfCareChanged.class);
    static final EventContract LEAVE_STARTED = contract(LeaveStarted.TYPE, LeaveStarted.class);
    static final EventContract LEAVE_ENDED = contract(LeaveEnded.TYPE, LeaveEnded.class);
    static final EventContract PATIENT_DISCHARGED = contract(PatientDischarged.TYPE, PatientDischarged.class);

    private static EventContract contract(String type, Class<? extends Record> data) {
        return EventContract.in(Path.of("contracts"), "intake.admission.v1", type, data);
    }

    public static Stream<EventContract> contracts() {
        return Stream.of(LEVEL_OF_CARE_CHANGED, LEAVE_STARTED, LEAVE_ENDED, PATIENT_DISCHARGED);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemaAndExamplesAreCurrent(EventContract contract) {
        contract.check();
    }
}
