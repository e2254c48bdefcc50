package care.iop.scheduling;

import care.iop.chassis.problem.ProblemType;

/** The ways in which a request to scheduling can fail, beside those that any service has. */
public enum SchedulingProblem implements ProblemType {
    PROGRAM_EXISTS("A program with this identifier exists", 409),
    ZONE_IN_USE("The program's sessions are in its present time zone", 409),
    SITE_IN_USE("The site has rooms, series or sessions", 409),
    ROOM_IN_USE("Sessions or series are in the room", 409),
    CLINICIAN_IN_USE("The clinician holds sessions", 409),
    CASELOAD_FULL("The clinician's caseload is at its cap", 409),
    LICENCE_MISSING("The clinician has no licence in the state where the client is", 409),
    SERIES_CHANGE_BLOCKED("Booked sessions stand against the change", 409),
    SERIES_HAS_HISTORY("The series has met already", 409),
    NO_CONTACT_EXISTS("The pair is on record", 409),
    TRIALS_OFF("Trying out with invented clients is switched off here", 409),
    PROGRAM_CONTENT_IN_USE("What the document leaves out is in use", 409),
    DAY_HAS_BOOKINGS("Clients are booked on a day that is to be closed", 409),
    ENROLLMENT_NOT_ACTIVE("The enrollment waits for its program", 409),
    PRESCRIBED_BY_PLAN("The treatment plan in force prescribes the week", 409),
    ROSTER_RUN_ACTIVE("The program has a roster run that is not finished", 409),
    ROSTER_RUN_NOT_SOLVED("Only a solved roster run can be published", 409),
    ROSTER_RUN_ENDED("The roster run has ended already", 409),
    PUBLICATION_ROLLED_BACK("The publication was rolled back already", 409),
    PUBLICATION_SUPERSEDED("A later publication of the week stands on this one", 409),
    WEEK_GONE("The week can't be had any more", 409),
    WAITLIST_JOINED("The client waits in this series already", 409),
    WAITLIST_NOT_OFFERED("No seat is offered yet", 409),
    WAITLIST_OFFER_ENDED("The offer has ended", 409),
    WAITLIST_ENTRY_ENDED("The client does not wait any more", 409),
    MAKE_UP_GONE("The make-up seat can't be had any more", 409),
    ROSTER_OUTDATED("The roster was solved before something that now stands against it", 409),
    CLIENT_DOUBLE_BOOKED("The client has another booking at that time", 409),
    CLINICIAN_DOUBLE_BOOKED("The clinician has another session at that time", 409),
    ROOM_DOUBLE_BOOKED("The room has another session at that time", 409),
    SESSION_FULL("The session has no free seat", 409),
    SESSION_MOVED("The session was moved at the same moment", 409),
    CLIENT_NOT_ADMITTED("The client can't be in this session; choose another", 409),
    SESSION_NOT_SCHEDULED("The session is cancelled", 409),
    NOTICE_TOO_SHORT("The session starts within the notice period", 409),
    BOOKINGS_IN_THE_WAY("Something stands in the way of these bookings", 409),
    CLINICIAN_NOT_WORKING("The clinician does not work at that time", 409),
    PROGRAM_CLOSED("The program is closed on that day", 409),
    HOLD_EXPIRED("The hold has ended", 409),
    HOLD_IS_BOOKED("The held seat is booked already", 409),
    BOOKING_NOT_CONFIRMED("The seat is held, not booked", 409),
    MISSED_SESSION_MADE_UP("The missed session has a make-up", 409),
    BOOKING_CANCELLED("The booking is cancelled", 409),
    ATTENDANCE_RECORDED("Attendance is recorded already", 409),
    ATTENDANCE_NOT_RECORDED("There is no attendance to correct", 409),
    ATTENDANCE_TOO_EARLY("What is to be recorded can't have happened yet", 409),
    ATTENDANCE_MOVE_NOT_ALLOWED("The recorded attendance can't be corrected to this", 409),
    GROUP_NOT_MARKED("Some of the marks can't be recorded, so none was", 409),
    FEED_REVOKED("The calendar feed is revoked", 409),
    PROPOSAL_BOOKED("The proposal is booked already", 409),
    ROSTER_QUEUE_FULL("Too many roster runs are waiting", 503);

    private final String title;
    private final int status;

    SchedulingProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
