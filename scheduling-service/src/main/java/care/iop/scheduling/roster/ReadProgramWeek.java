package care.iop.scheduling.roster;

import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.clinician.TimesOff;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.session.AllSessionSeries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Reads what a program has for a week, whoever is booked. */
@ApplicationScoped
class ReadProgramWeek {

    private final Programs programs;
    private final AllSessionSeries allSeries;
    private final Clinicians clinicians;
    private final Rooms rooms;
    private final TimesOff timesOff;

    ReadProgramWeek(
            Programs programs, AllSessionSeries allSeries, Clinicians clinicians, Rooms rooms, TimesOff timesOff) {
        this.programs = programs;
        this.allSeries = allSeries;
        this.clinicians = clinicians;
        this.rooms = rooms;
        this.timesOff = timesOff;
    }

    /** The program's week from this Monday on, or 404. */
    ProgramWeek read(UUID programId, LocalDate weekStartingOn) {
        var frame = new WeekFrame(programs.require(programId), weekStartingOn);
        var staff = clinicians.ofProgram(programId);
        return new ProgramWeek(
                frame,
                new CandidateGroups(frame, allSeries.ofProgram(programId)),
                staff,
                rooms.ofProgram(programId).stream()
                        .filter(room -> room.isInUseOn(frame.endsOn()))
                        .toList(),
                timesOff.of(staff.stream().map(Clinician::id).toList(), weekStartingOn, frame.endsOn()));
    }
}
