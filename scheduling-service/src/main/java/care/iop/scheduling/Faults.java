package care.iop.scheduling;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.util.List;

/** Gathers what is wrong with a request, so that the caller learns of everything at once. */
public final class Faults {

    private Faults() {}

    /** Runs a check and keeps what it refuses with 422; every other failure goes on. */
    public static void collect(List<FieldProblem> faults, Runnable check) {
        collectBelow("", faults, check);
    }

    /** The same for a part of the request: its pointers are continued from {@code pointer}. */
    public static void collectBelow(String pointer, List<FieldProblem> faults, Runnable check) {
        try {
            check.run();
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_VALUE) {
                throw refused;
            }
            refused.errors().stream()
                    .map(fault -> new FieldProblem(pointer + fault.pointer(), fault.detail()))
                    .forEach(faults::add);
        }
    }

    /** Refuses with 422 when anything was gathered. */
    public static void refuse(List<FieldProblem> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    faults.size() == 1 ? "One value can't be accepted." : faults.size() + " values can't be accepted.",
                    faults);
        }
    }
}
