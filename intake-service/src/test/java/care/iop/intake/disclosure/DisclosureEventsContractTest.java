package care.iop.intake.disclosure;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class DisclosureEventsContractTest {

    public static Stream<EventContract> contracts() {
        return Stream.of(
                EventContract.in(
                        Path.of("contracts"), "intake.consent.v1", RestrictionChanged.TYPE, RestrictionChanged.class),
                EventContract.in(
                        Path.of("contracts"),
                        "intake.consent.v1",
                        TreatingRelationshipChanged.TYPE,
                        TreatingRelationshipChanged.class));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemaAndExamplesAreCurrent(EventContract contract) {
        contract.check();
    }
}
