package care.iop.scheduling.roster.engine.problem;

/** Kinds of sessions that are placed for one client; group blocks come with the cohort. */
public enum SessionKind {
    INDIVIDUAL(Credential.THERAPIST, DailyVisit.INDIVIDUAL),
    FAMILY(Credential.FAMILY, DailyVisit.FAMILY_OR_VOCATIONAL),
    VOCATIONAL(Credential.VOCATIONAL, DailyVisit.FAMILY_OR_VOCATIONAL),
    MEDICATION(Credential.MEDICATION, DailyVisit.MEDICATION);

    /** What a client has at most once a day; a family and a vocational session count as the same. */
    public enum DailyVisit {
        INDIVIDUAL,
        FAMILY_OR_VOCATIONAL,
        MEDICATION
    }

    private final Credential credential;
    private final DailyVisit dailyVisit;

    SessionKind(Credential credential, DailyVisit dailyVisit) {
        this.credential = credential;
        this.dailyVisit = dailyVisit;
    }

    /** The credential that a clinician needs to hold such a session. */
    public Credential credential() {
        return credential;
    }

    /** What it counts as toward the limit of one a day. */
    public DailyVisit dailyVisit() {
        return dailyVisit;
    }
}
