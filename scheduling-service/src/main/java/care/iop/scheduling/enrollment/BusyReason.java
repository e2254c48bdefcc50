package care.iop.scheduling.enrollment;

/** Why a client can't come; a code, because free text would tell more than scheduling needs. */
public enum BusyReason {
    WORK,
    SCHOOL,
    CHILDCARE,
    TRANSPORT,
    COURT,
    MEDICAL,
    SUPPORT_MEETING,
    OTHER
}
