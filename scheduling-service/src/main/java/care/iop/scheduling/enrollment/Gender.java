package care.iop.scheduling.enrollment;

/** Gender as the client states it, as far as gender-specific groups need it. */
public enum Gender {
    F,
    M,
    X
}
