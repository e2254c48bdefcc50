package care.iop.intake.admission;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.gate.AdmissionGate;
import care.iop.intake.gate.Gate;
import care.iop.intake.gate.GateQuestion;
import care.iop.intake.gate.GateStanding;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Asks every gate how it stands, and knows which of them an organization requires before treatment starts. */
@Startup
@ApplicationScoped
class AdmissionGates {

    private final Map<Gate, AdmissionGate> gates = new EnumMap<>(Gate.class);
    private final GateSettings settings;

    /** Stops the start of the service when a required gate has nobody who answers for it, or two who do. */
    AdmissionGates(@All List<AdmissionGate> known, GateSettings settings) {
        this.settings = settings;
        for (var gate : known) {
            if (gates.put(gate.gate(), gate) != null) {
                throw new IllegalStateException("two features answer for the admission gate " + gate.gate());
            }
        }
        settings.gates().ifPresent(required -> requireKnown("iop.admission.gates", required));
        settings.organization().forEach((organization, own) -> own.gates()
                .ifPresent(required ->
                        requireKnown("iop.admission.organization.\"" + organization + "\".gates", required)));
    }

    private void requireKnown(String property, Collection<Gate> required) {
        for (var gate : required) {
            if (!gates.containsKey(gate)) {
                throw new IllegalStateException(property + " has " + gate
                        + ", which nothing in this service answers for; known are " + gates.keySet());
            }
        }
    }

    /** How every gate stands, in the order of {@link Gate}, whether the organization requires it or not. */
    List<GateView> standings(String organization, GateQuestion question) {
        var required = requiredBy(organization);
        return gates.values().stream()
                .map(gate -> gate.standing(question))
                .map(standing -> new GateView(
                        standing.gate(),
                        required.contains(standing.gate()),
                        standing.met(),
                        standing.reason(),
                        new TreeSet<>(standing.closableBy())))
                .toList();
    }

    /**
     * Lets treatment start if every gate that the organization requires is met.
     *
     * @throws ProblemException ADMISSION_GATES_UNMET with one error for each unmet gate: why, and who can close it
     */
    void requireMet(String organization, GateQuestion question) {
        var unmet = requiredBy(organization).stream()
                .map(gate -> standing(gate, question))
                .filter(standing -> !standing.met())
                .map(standing ->
                        new FieldProblem("/gates/" + standing.gate(), standing.reason() + " " + closableBy(standing)))
                .toList();
        if (!unmet.isEmpty()) {
            throw new ProblemException(
                    IntakeProblem.ADMISSION_GATES_UNMET,
                    unmet.size() == 1
                            ? "One gate is not met. Have it closed, then admit again."
                            : unmet.size() + " gates are not met. Have them closed, then admit again.",
                    unmet);
        }
    }

    private GateStanding standing(Gate gate, GateQuestion question) {
        var answering = gates.get(gate);
        if (answering == null) {
            throw new IllegalStateException("nothing answers for the admission gate " + gate);
        }
        return answering.standing(question);
    }

    private Set<Gate> requiredBy(String organization) {
        var own = settings.organization().get(organization);
        var required = own == null ? settings.gates() : own.gates().or(settings::gates);
        return required.filter(list -> !list.isEmpty())
                .<Set<Gate>>map(EnumSet::copyOf)
                .orElseGet(() -> EnumSet.noneOf(Gate.class));
    }

    private static String closableBy(GateStanding standing) {
        return standing.closableBy().isEmpty()
                ? "Nobody can close it."
                : "Can be closed by: " + String.join(", ", new TreeSet<>(standing.closableBy())) + ".";
    }
}
