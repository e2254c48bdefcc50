package care.iop.intake.duplicate;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events of merges and their undoing. */
public class MergeEventsContractTest {

    static final EventContract PATIENT_MERGED = contract(PatientMerged.TYPE, PatientMerged.class);
    static final EventContract PATIENT_MERGE_UNDONE = contract(PatientMergeUndone.TYPE, PatientMergeUndone.class);

    private static EventContract contract(String type, Class<? extends Record> data) {
        return EventContract.in(Path.of("contracts"), PatientMerged.TOPIC, type, data);
    }

    public static Stream<EventContract> contracts() {
        return Stream.of(PATIENT_MERGED, PATIENT_MERGE_UNDONE);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemaAndExamplesAreCurrent(EventContract contract) {
        contract.check();
    }
}
