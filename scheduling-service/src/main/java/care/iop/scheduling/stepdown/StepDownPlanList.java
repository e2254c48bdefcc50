package care.iop.scheduling.stepdown;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client's plans of stepping down, newest first. */
@Schema(name = "StepDownPlanList")
record StepDownPlanList(@Schema(required = true) List<StepDownPlanView> items) {}
