package care.iop.scheduling.roster.engine.problem;

/** A way of treatment a clinician masters, a group follows and a client prefers. */
public enum Modality {
    CBT,
    MI,
    DBT,
    TRAUMA_INFORMED
}
