package care.iop.intake.estimate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * One year's poverty guidelines of the Department of Health and Human Services.
 *
 * @param effectiveOn the first day that they hold
 * @param source where they were published
 */
record PovertyGuideline(int year, LocalDate effectiveOn, String source, Map<Region, Figures> regions) {

    /** Whole dollars a year for a household of one, and for each further person, whatever the household's size. */
    record Figures(
            int firstPerson, Certainty firstPersonCertainty, int eachAdditional, Certainty eachAdditionalCertainty) {

        Money forHousehold(int persons) {
            return Money.ofCents(100L * (firstPerson + (long) eachAdditional * (persons - 1)));
        }
    }

    Figures in(Region region) {
        return Objects.requireNonNull(regions.get(region), "a guideline has every region");
    }
}
