package care.iop.progress.fhir;

import care.iop.chassis.consent.DisclosureRefused;
import care.iop.chassis.consent.InformationDisclosed;
import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What progress promises of the account of its disclosures. */
public final class DisclosureEventContracts {

    private static final String TOPIC = "progress.disclosure.v1";

    /** A machine was told something of a person. */
    public static final EventContract DISCLOSED = EventContract.in(
            Path.of("contracts"), TOPIC, InformationDisclosed.type("progress"), InformationDisclosed.class);

    /** A machine was told nothing. */
    public static final EventContract REFUSED =
            EventContract.in(Path.of("contracts"), TOPIC, DisclosureRefused.type("progress"), DisclosureRefused.class);

    private DisclosureEventContracts() {}
}
