package care.iop.scheduling.clinician;

/** A way of treatment that a clinician masters, a group follows and a client prefers. */
public enum Modality {
    CBT,
    MI,
    DBT,
    /** Trauma-informed work. */
    TRAUMA
}
