package care.iop.progress.plan;

import care.iop.chassis.testing.contract.EventContract;
import java.nio.file.Path;

/** What this feature promises to those who listen. */
public final class PlanEventContracts {

    public static final EventContract IN_FORCE = EventContract.in(
            Path.of("contracts"), TreatmentPlanInForce.TOPIC, TreatmentPlanInForce.TYPE, TreatmentPlanInForce.class);

    private PlanEventContracts() {}
}
