package care.iop.intake;

/** The roles that intake knows, as they stand in an access token. */
public final class IntakeRoles {

    public static final String COORDINATOR = "intake-coordinator";
    public static final String CLINICIAN = "clinician";
    public static final String PROGRAM_DIRECTOR = "program-director";
    public static final String SCHEDULER = "scheduler";
    public static final String ANALYST = "analyst";
    public static final String PATIENT = "patient";
    public static final String COMPLIANCE_OFFICER = "compliance-officer";

    /** The SMART system scope of an EHR that may send referrals. */
    public static final String SENDS_REFERRALS = "system/ServiceRequest.c";

    /** The SMART system scope of an EHR that reads what became of its referral. */
    public static final String READS_REFERRALS = "system/ServiceRequest.r";

    private IntakeRoles() {}
}
