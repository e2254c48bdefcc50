package care.iop.scheduling.roster;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.enrollment.Enrollment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a change of a week is about.
 *
 * @param decidedAnew whether the client's whole week is found anew, beside everybody else's
 */
record ReplanSubject(
        @Nullable Enrollment client,
        @Nullable Booking booking,
        @Nullable UUID clinicianId,
        @Nullable UUID roomId,
        boolean decidedAnew) {}
