package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.Clinician;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.clinician.Credential;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.SessionKind;
import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.room.Rooms;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionSeries;
import care.iop.scheduling.session.SessionTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads requests as the sessions that they ask for, and refuses what makes no sense whoever else is booked. */
@ApplicationScoped
class WantedSeats {

    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    private final AllSessionSeries allSeries;
    private final Clinicians clinicians;
    private final Rooms rooms;

    WantedSeats(AllSessionSeries allSeries, Clinicians clinicians, Rooms rooms) {
        this.allSeries = allSeries;
        this.clinicians = clinicians;
        this.rooms = rooms;
    }

    /** The one session of a booking or a hold. */
    Wanted of(BookingRequest request, Enrollment enrollment, Program program) {
        var appointment = request.appointment();
        if ((request.seriesId() == null) == (appointment == null)) {
            throw ProblemException.invalid("/seriesId", "must be there when there is no appointment, and only then");
        }
        if (request.sessionOn().isBefore(enrollment.admittedOn())) {
            throw ProblemException.invalid(
                    "/sessionOn", "must not be before the admission on " + enrollment.admittedOn());
        }
        if (appointment != null) {
            requireSound("/appointment", appointment, program);
            if (program.isClosedOn(request.sessionOn())) {
                throw new ProblemException(
                        SchedulingProblem.PROGRAM_CLOSED, "Choose another day than " + request.sessionOn() + ".");
            }
            return alone(0, appointment, request.sessionOn(), program);
        }
        var seriesId = Objects.requireNonNull(request.seriesId());
        return meeting(0, series("/seriesId", seriesId, program), request.sessionOn(), program)
                .orElseThrow(() -> ProblemException.invalid("/sessionOn", "must be a day on which the series meets"));
    }

    SessionSeries series(String pointer, UUID id, Program program) {
        return allSeries.requireNamed(pointer, id, program.id());
    }

    /** The meeting of a series on a day, unless it does not meet then. */
    Optional<Wanted> meeting(int item, SessionSeries series, LocalDate day, Program program) {
        return series.occurrences(program, day, day).stream()
                .findFirst()
                .map(occurrence -> new Wanted.InMeeting(item, series, occurrence));
    }

    /** The client's own session on a day. */
    Wanted alone(int item, AppointmentRequest request, LocalDate day, Program program) {
        return new Wanted.Alone(
                item,
                request.kind(),
                SessionTime.at(
                        day, request.localStart(), Duration.ofMinutes(request.durationMinutes()), program.zone()),
                new SessionPlace(request.clinicianId(), request.roomId()));
    }

    /** Refuses an appointment off the grid, over midnight, or with somebody who is not entitled to hold it. */
    void requireSound(String pointer, AppointmentRequest request, Program program) {
        if (!request.kind().isPlacedForOneClient() && request.kind() != SessionKind.CHECK_IN) {
            throw ProblemException.invalid(
                    pointer + "/kind",
                    "must be INDIVIDUAL, FAMILY, VOCATIONAL, MEDICATION or CHECK_IN; groups are booked by their series");
        }
        if (!TimeWindow.isOnGrid(request.localStart())) {
            throw ProblemException.invalid(pointer + "/localStart", "must be on a quarter hour");
        }
        if (request.durationMinutes() % 15 != 0) {
            throw ProblemException.invalid(pointer + "/durationMinutes", "must be whole quarter hours");
        }
        if (request.localStart().toSecondOfDay() + request.durationMinutes() * 60 > SECONDS_PER_DAY) {
            throw ProblemException.invalid(pointer + "/durationMinutes", "must not reach over midnight");
        }
        requireEntitled(pointer + "/clinicianId", request.clinicianId(), request.kind(), program.id());
        if (request.roomId() != null) {
            rooms.requireNamed(pointer + "/roomId", request.roomId(), program.id());
        }
    }

    /** The clinician, who has to be the program's own with the credential that this kind of session needs. */
    Clinician requireEntitled(String pointer, UUID clinicianId, SessionKind kind, UUID programId) {
        var clinician = clinicians.requireNamed(pointer, clinicianId, programId);
        var needed = credential(kind);
        if (needed.isPresent() && !clinician.credentials().contains(needed.get())) {
            throw ProblemException.invalid(pointer, "must have the credential " + needed.get() + " for " + kind);
        }
        return clinician;
    }

    /** Refuses a time at which the clinician of the client's own session does not work. */
    void requireAtWork(Wanted wanted, Program program) {
        var clinicianId = wanted.place().clinicianId();
        if (clinicianId != null) {
            var clinician = clinicians.requireNamed("/appointment/clinicianId", clinicianId, program.id());
            if (!worksAt(clinician, wanted.time())) {
                throw new ProblemException(
                        SchedulingProblem.CLINICIAN_NOT_WORKING, "Choose a time within the clinician's working hours.");
            }
        }
    }

    private static Optional<Credential> credential(SessionKind kind) {
        return switch (kind) {
            case INDIVIDUAL -> Optional.of(Credential.THERAPIST);
            case FAMILY -> Optional.of(Credential.FAMILY);
            case VOCATIONAL -> Optional.of(Credential.VOC);
            case MEDICATION -> Optional.of(Credential.MED);
            case GROUP, SKILLS -> Optional.of(Credential.GROUP);
            case CHECK_IN -> Optional.empty();
        };
    }

    /** Whether the clinician's usual week has this stretch of the program's local time. */
    static boolean worksAt(Clinician clinician, SessionTime time) {
        int from = time.localStart().toSecondOfDay() / 60;
        return clinician.workingHours().stream()
                .anyMatch(window -> window.day() == time.sessionOn().getDayOfWeek()
                        && window.startMinute() <= from
                        && from + time.plannedMinutes() <= window.endMinute());
    }
}
