package care.iop.intake.consent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statements that a form makes to the person who signs it. */
@Schema(name = "ConsentStatement")
enum Statement {
    /** That the consent can be revoked in writing, how, and that this doesn't undo what was relied on. */
    RIGHT_TO_REVOKE,
    /** That a recipient under HIPAA may pass the information on, except in proceedings against the patient. */
    REDISCLOSURE,
    /** What happens when the person refuses to sign. */
    CONSEQUENCES_OF_REFUSAL
}
