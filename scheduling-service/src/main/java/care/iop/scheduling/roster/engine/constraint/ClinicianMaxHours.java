package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.util.stream.Stream;

/** Groups and sessions together, by the week. */
final class ClinicianMaxHours extends Constraint {

    ClinicianMaxHours() {
        super(Rule.CLINICIAN_MAX_HOURS, "A clinician has no more hours a week than the own maximum.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clinicians().flatMap(clinician -> {
            int minutes = view.engagementsOf(clinician).stream()
                    .mapToInt(WeekWindow::minutes)
                    .sum();
            int over = minutes - clinician.maxMinutes();
            return over <= 0
                    ? Stream.of()
                    : Stream.of(hourly(
                            view,
                            clinician.id(),
                            over,
                            "Clinician %s has %s, at most are %s."
                                    .formatted(clinician.id(), hours(minutes), hours(clinician.maxMinutes()))));
        });
    }
}
