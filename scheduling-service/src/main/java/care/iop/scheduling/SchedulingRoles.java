package care.iop.scheduling;

/** The roles that scheduling knows, as they stand in an access token. */
public final class SchedulingRoles {

    public static final String SCHEDULER = "scheduler";
    public static final String PROGRAM_DIRECTOR = "program-director";
    public static final String CLINICIAN = "clinician";

    /** Reads which programs there are, to admit people to one. */
    public static final String INTAKE_COORDINATOR = "intake-coordinator";

    /** A client with their own access, bound to one patient by the token. */
    public static final String PATIENT = "patient";

    private SchedulingRoles() {}
}
