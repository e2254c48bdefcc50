package care.iop.intake.level;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A level of care, by its short identifier and nothing else: what a level asks for is the clinician's knowledge, not
 * this software's, and no criteria text is kept here. An identifier belongs to the editions that use it.
 */
@Schema(
        description = "A level of care by its short identifier.",
        enumeration = {
            "0.5", "1", "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.3", "3.5", "3.7", "4", "1-WM", "2-WM",
            "3.2-WM", "3.7-WM", "4-WM"
        })
public enum LevelOfCare {
    LEVEL_0_5("0.5", CriteriaEdition.ASAM3),
    LEVEL_1("1", CriteriaEdition.ASAM3),
    LEVEL_1_0("1.0", CriteriaEdition.ASAM4),
    LEVEL_1_5("1.5", CriteriaEdition.ASAM4),
    LEVEL_1_7("1.7", CriteriaEdition.ASAM4),
    LEVEL_2_1("2.1", CriteriaEdition.ASAM3, CriteriaEdition.ASAM4),
    LEVEL_2_5("2.5", CriteriaEdition.ASAM3, CriteriaEdition.ASAM4),
    LEVEL_2_7("2.7", CriteriaEdition.ASAM4),
    LEVEL_3_1("3.1", CriteriaEdition.ASAM3, CriteriaEdition.ASAM4),
    LEVEL_3_3("3.3", CriteriaEdition.ASAM3),
    LEVEL_3_5("3.5", CriteriaEdition.ASAM3, CriteriaEdition.ASAM4),
    LEVEL_3_7("3.7", CriteriaEdition.ASAM3, CriteriaEdition.ASAM4),
    LEVEL_4("4", CriteriaEdition.ASAM3, CriteriaEdition.ASAM4),
    LEVEL_1_WM("1-WM", CriteriaEdition.ASAM3),
    LEVEL_2_WM("2-WM", CriteriaEdition.ASAM3),
    LEVEL_3_2_WM("3.2-WM", CriteriaEdition.ASAM3),
    LEVEL_3_7_WM("3.7-WM", CriteriaEdition.ASAM3),
    LEVEL_4_WM("4-WM", CriteriaEdition.ASAM3);

    @EnumeratedValue
    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<CriteriaEdition> editions;

    LevelOfCare(String code, CriteriaEdition... editions) {
        this.code = code;
        this.editions = Set.of(editions);
    }

    /** The level with this identifier, written exactly so; empty when there is none. */
    public static Optional<LevelOfCare> of(String code) {
        return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Whether this edition uses the identifier. */
    public boolean belongsTo(CriteriaEdition edition) {
        return editions.contains(edition);
    }

    /** Whether the level is one of withdrawal management, which the third edition names apart from the others. */
    public boolean isWithdrawalManagement() {
        return code.endsWith("-WM");
    }

    @Override
    public String toString() {
        return code;
    }
}
