package care.iop.progress.fhir;

import org.junit.jupiter.api.Test;

class DisclosureEventContractTest {

    @Test
    void disclosedIsAsPublished() {
        DisclosureEventContracts.DISCLOSED.check();
    }

    @Test
    void refusedIsAsPublished() {
        DisclosureEventContracts.REFUSED.check();
    }
}
