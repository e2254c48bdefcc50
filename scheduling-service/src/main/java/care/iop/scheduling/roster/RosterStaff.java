package care.iop.scheduling.roster;

import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.TimeOff;
import care.iop.scheduling.roster.engine.problem.ClinicianBreak;
import care.iop.scheduling.roster.engine.problem.RosterClinician;
import care.iop.scheduling.roster.engine.problem.WeekHours;
import care.iop.scheduling.roster.engine.problem.WeekWindow;
import care.iop.scheduling.session.Occurrence;
import care.iop.scheduling.session.SessionSeries;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program's clinicians in a week, as the engine is told of them. */
final class RosterStaff {

    private final WeekFrame frame;
    private final Map<SessionSeries, List<Occurrence>> led = new HashMap<>();
    private final Map<UUID, List<TimeOff>> timesOff;

    RosterStaff(WeekFrame frame, CandidateGroups groups, List<SessionSeries> open, List<TimeOff> timesOff) {
        this.frame = frame;
        open.forEach(series -> led.put(series, groups.meetingsOf(series)));
        this.timesOff = timesOff.stream().collect(Collectors.groupingBy(TimeOff::clinicianId));
    }

    /** @param otherwiseBusy when the clinician is busy with what the given roster does not hold */
    RosterClinician told(Clinician clinician, List<WeekWindow> otherwiseBusy) {
        var hours = FreeHours.of(clinician.workingHours())
                .without(clinician.breaks().stream().map(FreeHours::window).toList())
                .without(otherwiseBusy)
                .without(substitutes(clinician.id()));
        for (var day : DayOfWeek.values()) {
            var date = frame.date(day);
            if (frame.isClosedOn(day) || !clinician.isActiveOn(date)) {
                hours = hours.without(day);
            }
            for (var timeOff : timesOff.getOrDefault(clinician.id(), List.of())) {
                hours = hours.without(
                        timeOff.on(date).map(FreeHours::window).stream().toList());
            }
        }
        hours = hours.with(replaced(clinician.id()));
        var minutesGone = otherwiseBusy.stream().mapToInt(WeekWindow::minutes).sum();
        return new RosterClinician(
                clinician.id().toString(),
                clinician.credentials().stream().map(EngineWords::of).collect(Collectors.toSet()),
                clinician.modalities().stream().map(EngineWords::of).collect(Collectors.toSet()),
                hours.hours(),
                Math.max(0, clinician.maxWeeklyMinutes() - minutesGone),
                Math.max(0, clinician.targetWeeklyMinutes() - minutesGone),
                clinician
                        .dailyBreak()
                        .map(pause -> new ClinicianBreak(pause.fromMinute(), pause.untilMinute(), pause.minutes()))
                        .orElse(null),
                new WeekHours(otherwiseBusy));
    }

    /** When a clinician leads single meetings in place of whoever leads the group. */
    private List<WeekWindow> substitutes(UUID clinicianId) {
        return meetings(series -> !isLedBy(series, clinicianId), meeting -> clinicianId.equals(meeting.facilitatorId()))
                .toList();
    }

    /** Meetings of a clinician's own groups that somebody else leads: they stand in nobody's way, whatever the hours are. */
    private List<WeekWindow> replaced(UUID clinicianId) {
        return meetings(series -> isLedBy(series, clinicianId), meeting -> !clinicianId.equals(meeting.facilitatorId()))
                .toList();
    }

    private static boolean isLedBy(SessionSeries series, UUID clinicianId) {
        return series.facilitatorId().filter(clinicianId::equals).isPresent();
    }

    private Stream<WeekWindow> meetings(Predicate<SessionSeries> ofSeries, Predicate<Occurrence> which) {
        return led.entrySet().stream()
                .filter(group -> ofSeries.test(group.getKey()))
                .flatMap(group -> group.getValue().stream().filter(which).map(frame::window));
    }
}
