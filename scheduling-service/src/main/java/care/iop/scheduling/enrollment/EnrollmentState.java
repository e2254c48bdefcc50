package care.iop.scheduling.enrollment;

/** Whether a client can be scheduled. */
public enum EnrollmentState {
    /** Admitted to a program that is not known here yet; becomes active when it is opened. */
    AWAITING_PROGRAM,
    ACTIVE,
    /** Discharged: nothing is booked any more. */
    ENDED
}
