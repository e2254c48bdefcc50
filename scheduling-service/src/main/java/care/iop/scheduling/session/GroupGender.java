package care.iop.scheduling.session;

/** Whom a group admits by gender. */
public enum GroupGender {
    ANY,
    F,
    M
}
