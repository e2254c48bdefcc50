package care.iop.intake;

import care.iop.chassis.problem.ProblemType;

/** The ways in which a request to intake can fail, beside those that any service has. */
public enum IntakeProblem implements ProblemType {
    IDENTIFIER_TAKEN("Another patient has this identifier", 409),
    PATIENT_MERGED("Another record stands for this patient", 409),
    MERGE_NOT_SAFE("The two records can't be merged as they are", 409),
    MERGE_UNDO_NOT_SAFE("The merge can't be undone any more as it is", 409),
    DUPLICATE_ALREADY_DECIDED("Somebody has decided on this pair already", 409),
    SCREENING_ALREADY_CORRECTED("A later version of this screening exists", 409),
    VERIFICATION_SUPERSEDED("A later verification took the place of this one", 409),
    PAYER_CONNECTION_NOT_SET_UP("The program has not said how payers know it", 409),
    INQUIRY_BEING_ASKED("The payer is being asked this at this moment", 409),
    INQUIRY_ANSWERED("The payer has answered this inquiry already", 409),
    AUTHORIZATION_MOVE_NOT_ALLOWED("The authorization can't do this in its present state", 409),
    AUTHORIZATION_OVERLAPS("The payer's authorizations would cover the same days twice", 409),
    SELF_PAY_WITHDRAWN("The agreement to pay was already withdrawn", 409),
    IDENTITY_CONFLICT("The sender's record and ours do not describe the same person", 409),
    REFERRAL_MOVE_NOT_ALLOWED("The referral can't do this in its present state", 409),
    NOT_ADMITTED("The referral has led to no admission yet", 409),
    ACTION_ALREADY_COMPLETED("The required action was already completed", 409),
    REVIEW_ALREADY_CLOSED("The review was already closed by a placement", 409),
    LEVEL_NOT_SERVED("The program does not serve the level of care of the placement", 409),
    ADMISSION_GATES_UNMET("Something that has to be settled before treatment is not", 409),
    ALREADY_ADMITTED("The referral was already admitted", 409),
    ADMISSION_MOVE_NOT_ALLOWED("The admission can't do this in its present state", 409),
    CONTACT_CLOSED("The contact was done, lost or cancelled already", 409),
    NOTIFICATIONS_NOT_SET_UP("The program has no key that notifications are signed with", 409),
    CLIENT_TAKEN("Another recipient has this client", 409),
    CONSENT_DEFICIENT("The consent lacks elements that the law asks for", 422),
    CONSENT_MOVE_NOT_ALLOWED("The consent can't do this in its present state", 409),
    CONSENT_NOT_IN_FORCE("No consent in force covers the disclosure", 409),
    PATIENT_ALREADY_ADMITTED("The patient has an admission that has not ended", 409);

    private final String title;
    private final int status;

    IntakeProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
