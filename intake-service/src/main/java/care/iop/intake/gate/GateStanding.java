package care.iop.intake.gate;

import java.util.Set;

/**
 * How one condition stands.
 *
 * @param reason why it is met or what is missing, in one sentence for staff
 * @param closableBy the roles that can do what is missing; empty when the condition is met
 */
public record GateStanding(Gate gate, boolean met, String reason, Set<String> closableBy) {

    public static GateStanding met(Gate gate, String reason) {
        return new GateStanding(gate, true, reason, Set.of());
    }

    public static GateStanding unmet(Gate gate, String reason, Set<String> closableBy) {
        return new GateStanding(gate, false, reason, closableBy);
    }
}
