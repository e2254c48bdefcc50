package care.iop.chassis.consent;

/** The parts of a record that a consent can name: "how much and what kind of information", 42 CFR 2.31(a)(3). */
public enum DataClass {
    /** Name, birth date, contacts and identifiers. */
    DEMOGRAPHICS("Name, birth date, contact details and identifiers"),
    /** That the person was referred, and what became of it. */
    REFERRAL("The referral and what became of it"),
    /** Screening results and the level of care. */
    PLACEMENT("Screening results and the level of care"),
    /** Admission, level of care and discharge. */
    ENROLLMENT("Admission, level of care and discharge"),
    /** Appointments and attendance. */
    ATTENDANCE("Appointments and attendance"),
    /** Questionnaires and daily check-ins. */
    MEASURES("Results of questionnaires and daily check-ins"),
    /** Goals, plans and homework. */
    PLAN_OF_CARE("Goals, plans and progress toward them"),
    /** Coverage, authorizations and charges. */
    BENEFITS("Insurance coverage, authorizations and charges"),
    /** Notes of counseling sessions that are kept apart (42 CFR 2.11); only a consent of their own opens them. */
    COUNSELING_NOTES("Substance use disorder counseling notes");

    private final String title;

    DataClass(String title) {
        this.title = title;
    }

    /** The part in a patient's words. */
    public String title() {
        return title;
    }
}
