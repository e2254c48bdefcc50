package care.iop.intake.admission;

import care.iop.intake.gate.Gate;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one condition before treatment stands. */
@Schema(name = "AdmissionGate")
record GateView(
        @Schema(required = true) Gate gate,

        @Schema(required = true, description = "Whether the organization requires it before treatment starts")
        boolean required,

        @Schema(required = true) boolean met,

        @Schema(
                required = true,
                description = "Why it is met, or what is missing",
                examples = "No consent to treatment is in force.")
        String reason,

        @Schema(required = true, description = "The roles that can do what is missing; empty when it is met")
        SortedSet<String> closableBy) {}
