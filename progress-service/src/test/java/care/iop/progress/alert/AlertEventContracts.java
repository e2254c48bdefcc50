package care.iop.progress.alert;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What this feature promises to those who listen. */
public final class AlertEventContracts {

    private static final Path CONTRACTS = Path.of("contracts");

    public static final EventContract RAISED =
            EventContract.in(CONTRACTS, "progress.alert.v1", "care.iop.progress.alert-raised.v1", AlertRaised.class);
    public static final EventContract ACKNOWLEDGED = EventContract.in(
            CONTRACTS, "progress.alert.v1", "care.iop.progress.alert-acknowledged.v1", AlertAcknowledged.class);

    public static final EventContract ESCALATED = EventContract.in(
            CONTRACTS, "progress.alert.v1", "care.iop.progress.alert-escalated.v1", AlertEscalated.class);
    public static final EventContract OUTCOME_RECORDED = EventContract.in(
            CONTRACTS, "progress.alert.v1", "care.iop.progress.alert-outcome-recorded.v1", AlertOutcomeRecorded.class);

    public static final EventContract SOURCE_CORRECTED = EventContract.in(
            CONTRACTS, "progress.alert.v1", "care.iop.progress.alert-source-corrected.v1", AlertSourceCorrected.class);

    private AlertEventContracts() {}
}
