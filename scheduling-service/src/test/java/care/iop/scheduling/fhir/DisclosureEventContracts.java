package care.iop.scheduling.fhir;

import care.iop.chassis.consent.DisclosureRefused;
import care.iop.chassis.consent.InformationDisclosed;
import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What scheduling promises of the account of its disclosures. */
public final class DisclosureEventContracts {

    private static final String TOPIC = "scheduling.disclosure.v1";

    /** A machine was told something of a person. */
    public static final EventContract DISCLOSED = EventContract.in(
            Path.of("contracts"), TOPIC, InformationDisclosed.type("scheduling"), InformationDisclosed.class);

    /** A machine was told nothing. */
    public static final EventContract REFUSED = EventContract.in(
            Path.of("contracts"), TOPIC, DisclosureRefused.type("scheduling"), DisclosureRefused.class);

    private DisclosureEventContracts() {}
}
