package care.iop.progress;

/** The roles that progress knows, as the access token names them. */
public final class Roles {

    /** Treats patients: reads their progress, records measurements, answers alerts. */
    public static final String CLINICIAN = "clinician";

    /** Answers for a program: reads the caseload and attendance, never a single answer or check-in. */
    public static final String PROGRAM_DIRECTOR = "program-director";

    /** Reads figures about cohorts, and never a person's record. */
    public static final String ANALYST = "analyst";

    /** A person in treatment, with rights on the own record only. */
    public static final String PATIENT = "patient";

    /** Keeps the service running: rebuilds copies and sums, reads nothing of a person. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
