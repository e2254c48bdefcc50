package care.iop.scheduling.booking;

import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.session.Session;

/** A seat to be taken by a client. */
public record Seat(Enrollment enrollment, Session session) {}
