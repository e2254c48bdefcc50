package care.iop.scheduling.roster.engine.problem;

/** What a clinician is entitled to do in the program. */
public enum Credential {
    THERAPIST,
    GROUP,
    FAMILY,
    VOCATIONAL,
    MEDICATION
}
