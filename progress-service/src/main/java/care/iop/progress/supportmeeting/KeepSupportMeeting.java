package care.iop.progress.supportmeeting;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Keeps what a person says of a support meeting, under an identifier that their device made. */
@ApplicationScoped
class KeepSupportMeeting {

    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 90;
    private static final ZoneOffset LATEST_DATE_ON_EARTH = ZoneOffset.ofHours(14);
    private static final ZoneOffset EARLIEST_DATE_ON_EARTH = ZoneOffset.ofHours(-12);

    private final SupportMeetings meetings;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Clock clock;

    KeepSupportMeeting(SupportMeetings meetings, PatientAccess access, AccessAudit audit, Clock clock) {
        this.meetings = meetings;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps it new or in place of what was said; the same again changes nothing. Refused with 404 when the identifier is of
     * somebody else's, and with 422 for a day out of reach or attendance of a day that has not come anywhere on earth.
     */
    @Transactional
    SupportMeeting keep(UUID named, UUID meetingId, KeepSupportMeetingRequest said) {
        var patientId = access.requireSelf(named);
        var before = meetings.findByIdOptional(meetingId);
        if (before.filter(meeting -> !meeting.patientId().equals(patientId)).isPresent()) {
            throw ProblemException.notFound("support meeting");
        }
        if (before.filter(meeting -> meeting.says(said)).isPresent()) {
            return before.get();
        }
        refuseOutOfReach(said);
        var now = clock.instant();
        before.ifPresent(meeting -> meeting.say(said, now));
        var meeting = before.orElseGet(() -> {
            var first = new SupportMeeting(meetingId, patientId, said, now);
            meetings.persist(first);
            return first;
        });
        audit.wrote("SupportMeeting", meetingId, patientId);
        return meeting;
    }

    private void refuseOutOfReach(KeepSupportMeetingRequest said) {
        var today = LocalDate.now(clock.withZone(LATEST_DATE_ON_EARTH));
        var earliest = LocalDate.now(clock.withZone(EARLIEST_DATE_ON_EARTH)).minusDays(DAYS_BACK);
        if (said.heldOn().isBefore(earliest) || said.heldOn().isAfter(today.plusDays(DAYS_AHEAD))) {
            throw ProblemException.invalid(
                    "/heldOn", "must be from " + DAYS_BACK + " days back to " + DAYS_AHEAD + " days ahead");
        }
        if (said.status() != MeetingStatus.PLANNED && said.heldOn().isAfter(today)) {
            throw ProblemException.invalid("/status", "must be PLANNED for a day that has not come");
        }
    }
}
