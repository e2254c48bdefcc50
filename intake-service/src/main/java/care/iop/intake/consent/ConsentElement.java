package care.iop.intake.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a written consent valid beside the patient's name, which every patient has, 42 CFR 2.31 as of 89 FR 12472, each with where it stands and what to do about it. */
@Schema(name = "ConsentElement")
enum ConsentElement {
    DISCLOSER("/discloser", "Who may disclose, by name or class."),
    INFORMATION("/information", "A specific and meaningful description of the information."),
    DATA_CLASSES("/dataClasses", "The classes of information that the description means."),
    RECIPIENT("/recipients", "At least one recipient, by name or class."),
    EXCHANGE_PARTICIPANTS(
            "/exchanges", "For an exchange: its participants by name, or those with a treating relationship."),
    PURPOSE("/purposes", "At least one purpose."),
    RIGHT_TO_REVOKE(
            "/statements", "The statement RIGHT_TO_REVOKE: that and how the consent can be revoked in writing."),
    EXPIRY("/expiry", "A date or event on which it ends; NONE is enough only for treatment, payment and operations."),
    REDISCLOSURE(
            "/statements", "The statement REDISCLOSURE: what a recipient under HIPAA may do with the information."),
    CONSEQUENCES_OF_REFUSAL(
            "/statements", "The statement CONSEQUENCES_OF_REFUSAL: what happens when the person doesn't sign."),
    PURPOSES_OF_ITS_KIND(
            "/purposes", "For treatment, payment and operations: no other purpose. Write another consent for others."),
    NOTES_APART(
            "/dataClasses",
            "Counseling notes only in a consent of kind COUNSELING_NOTES, and nothing else in that one."),
    PROCEEDINGS_APART(
            "/purposes",
            "Legal proceedings only in a consent of kind LEGAL_PROCEEDINGS, and nothing else in that one.");

    private final String pointer;
    private final String advice;

    ConsentElement(String pointer, String advice) {
        this.pointer = pointer;
        this.advice = advice;
    }

    String pointer() {
        return pointer;
    }

    String advice() {
        return advice;
    }
}
