package care.iop.scheduling.clinician;

/** What a clinician is entitled to do in the program; each kind of session needs one. */
public enum Credential {
    /** Individual sessions. */
    THERAPIST,
    /** Leading groups. */
    GROUP,
    FAMILY,
    /** Vocational sessions. */
    VOC,
    /** Medication visits. */
    MED
}
