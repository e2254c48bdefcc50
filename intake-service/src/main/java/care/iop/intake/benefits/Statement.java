package care.iop.intake.benefits;

import care.iop.intake.benefits.BenefitTerms.Holder;
import care.iop.intake.benefits.BenefitTerms.LimitUnit;
import care.iop.intake.estimate.ServiceKind;
import care.iop.intake.level.LevelOfCare;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a payer says, whatever the format it said it in.
 *
 * @param at where it says so, for who looks it up
 * @param planWide whether it is said of the plan as a whole and not of this kind of treatment
 * @param value dollars, percent or a count; zero where the topic is a plain yes or no
 */
public record Statement(
        String at,
        Topic topic,
        boolean planWide,
        NetworkScope network,
        @Nullable Holder holder,
        @Nullable ServiceKind service,
        @Nullable LevelOfCare level,
        @Nullable LimitUnit unit,
        BigDecimal value) {

    /** What is spoken of. */
    public enum Topic {
        COVERED("covered"),
        NOT_COVERED("not covered"),
        INACTIVE("coverage not active"),
        NOT_FOUND("person not found"),
        NO_ANSWER("no answer"),
        AUTHORIZATION_REQUIRED("authorization required"),
        AUTHORIZATION_NOT_REQUIRED("no authorization required"),
        DEDUCTIBLE("deductible"),
        DEDUCTIBLE_REMAINING("remaining deductible"),
        DEDUCTIBLE_USED("used deductible"),
        MAXIMUM("out-of-pocket maximum"),
        MAXIMUM_REMAINING("remaining out-of-pocket maximum"),
        MAXIMUM_USED("used out-of-pocket maximum"),
        COPAY("copay"),
        COPAY_PER_DAY("copay per day"),
        COPAY_PER_VISIT("copay per visit"),
        COINSURANCE("coinsurance percent"),
        LIMIT("limit"),
        LIMIT_REMAINING("remaining of the limit"),
        LIMIT_USED("used of the limit");

        private final String words;

        Topic(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A plain yes or no about the plan or the treatment. */
    public static Statement that(
            String at, Topic topic, boolean planWide, NetworkScope network, @Nullable LevelOfCare level) {
        return new Statement(at, topic, planWide, network, null, null, level, null, BigDecimal.ZERO);
    }
}
