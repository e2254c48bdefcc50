package care.iop.scheduling.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose sessions a calendar shows. */
@Schema(name = "CalendarSubject")
enum FeedSubject {
    ENROLLMENT,
    CLINICIAN,
    ROOM
}
