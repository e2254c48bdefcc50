package care.iop.progress.toxicology;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a result should not have been recorded as it is. A code and never a text. */
@Schema(name = "DrugTestVoidReason")
enum VoidReason {
    WRONG_PERSON,
    WRONG_FINDINGS,
    RECORDED_TWICE,
    OTHER
}
