package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.roster.engine.problem.Weights;
import java.util.stream.Stream;

/** Hours over a clinician's target. */
final class Overtime extends Constraint {

    Overtime() {
        super(Rule.OVERTIME, Level.SOFT, "A clinician works no more than the weekly target.", Weights::overtime);
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clinicians().flatMap(clinician -> {
            int minutes = view.engagementsOf(clinician).stream()
                    .mapToInt(WeekWindow::minutes)
                    .sum();
            int over = minutes - clinician.targetMinutes();
            return over <= 0
                    ? Stream.of()
                    : Stream.of(hourly(
                            view,
                            clinician.id(),
                            over,
                            "Clinician %s has %s, the target is %s."
                                    .formatted(clinician.id(), hours(minutes), hours(clinician.targetMinutes()))));
        });
    }
}
