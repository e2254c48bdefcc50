package care.iop.scheduling.roster;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What scheduling promises of its roster events. */
public final class RosterEventContracts {

    /** A week was published. */
    public static final EventContract PUBLISHED =
            EventContract.in(Path.of("contracts"), RosterPublished.TOPIC, RosterPublished.TYPE, RosterPublished.class);

    /** A publication was taken back. */
    public static final EventContract ROLLED_BACK = EventContract.in(
            Path.of("contracts"), RosterPublished.TOPIC, RosterRolledBack.TYPE, RosterRolledBack.class);

    private RosterEventContracts() {}
}
