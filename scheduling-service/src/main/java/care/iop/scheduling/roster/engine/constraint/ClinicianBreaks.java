package care.iop.scheduling.roster.engine.constraint;

import care.iop.scheduling.roster.engine.problem.ClinicianBreak;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A break on every day with work. */
final class ClinicianBreaks extends Constraint {

    ClinicianBreaks() {
        super(Rule.CLINICIAN_BREAK, "A clinician has the agreed break on every day with appointments.");
    }

    @Override
    public Stream<Match> matches(RosterView view) {
        return view.clinicians().flatMap(clinician -> {
            ClinicianBreak pause = clinician.pause();
            if (pause == null) {
                return Stream.of();
            }
            Map<DayOfWeek, List<WeekWindow>> byDay = view.engagementsOf(clinician).stream()
                    .collect(Collectors.groupingBy(WeekWindow::day, TreeMap::new, Collectors.toList()));
            return byDay.entrySet().stream()
                    .filter(day -> longestPause(withOthers(clinician, day.getValue()), pause) < pause.minutes())
                    .map(day -> counted(
                            view,
                            clinician.id(),
                            1,
                            "Clinician %s has no break of %d minutes on %s."
                                    .formatted(clinician.id(), pause.minutes(), day.getKey())));
        });
    }

    /** The day's appointments, those that are none of the roster's included, in order of time. */
    private static List<WeekWindow> withOthers(RosterClinician clinician, List<WeekWindow> ofRoster) {
        Stream<WeekWindow> others = clinician.engaged().windows().stream()
                .filter(window -> window.day() == ofRoster.get(0).day());
        return Stream.concat(ofRoster.stream(), others).sorted().toList();
    }

    private static int longestPause(List<WeekWindow> inOrder, ClinicianBreak pause) {
        int longest = 0;
        int from = pause.fromMinute();
        for (WeekWindow engagement : inOrder) {
            int until = Math.min(engagement.startMinute(), pause.untilMinute());
            longest = Math.max(longest, until - from);
            from = Math.max(from, engagement.endMinute());
        }
        return Math.max(longest, pause.untilMinute() - from);
    }
}
