package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;

/** What a change of level is, seen from the level before. */
enum LevelChangeKind {
    /** The first level of the stay. */
    ADMISSION,
    STEP_UP,
    STEP_DOWN,
    /** The same level in another program. */
    TRANSFER,
    /** The same level and program with other weekly minutes or another phase. */
    PRESCRIPTION,
    /** The level before is of another edition of the criteria: levels of two editions are never compared. */
    OTHER_EDITION;

    static LevelChangeKind between(
            CriteriaEdition editionBefore,
            LevelOfCare before,
            CriteriaEdition edition,
            LevelOfCare after,
            boolean sameProgram) {
        if (editionBefore != edition) {
            return OTHER_EDITION;
        }
        // The levels are declared from the least to the most intensive.
        var difference = after.compareTo(before);
        if (difference != 0) {
            return difference > 0 ? STEP_UP : STEP_DOWN;
        }
        return sameProgram ? PRESCRIPTION : TRANSFER;
    }
}
