package care.iop.intake.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * The numbers of one version of the rule set, as they stand in {@code placement/<version>.json}. A published version never
 * changes, because past recommendations are run again by it: other numbers are another version.
 *
 * @param policy whose numbers these are, shown with each answer
 * @param phq9Item9 the answer to the last item of the PHQ-9 from which a suicide risk assessment is needed
 * @param criteriaForDisorder criteria of a substance use disorder, of 11, from which there is one
 * @param recentUseDays so many days after the last use withdrawal has to be measured
 * @param adultAge from this age on the hours of adults hold and a person consents alone
 * @param housingPlanDays days within which a place in recovery housing has to be arranged
 */
record Thresholds(
        String version,
        String policy,
        Rating rating,
        CiwaAr ciwaAr,
        Cows cows,
        int phq9Item9,
        int criteriaForDisorder,
        int recentUseDays,
        int adultAge,
        IntensiveOutpatient intensiveOutpatient,
        int housingPlanDays,
        Reassess reassess) {

    /** Ratings of 0 to 4 from which a dimension needs attention, is serious, is severe. */
    record Rating(int attention, int serious, int severe) {}

    /** Totals of 0 to 67 from which alcohol withdrawal is moderate, severe (ASAM alcohol withdrawal guideline 2020). */
    record CiwaAr(int moderate, int severe) {}

    /** Totals of 0 to 48 from which opioid withdrawal is moderate, moderately severe (Wesson and Ling 2003). */
    record Cows(int moderate, int moderatelySevere) {}

    /**
     * What level 2.1 takes.
     *
     * @param adultHours least hours a week for adults
     * @param adolescentHours least hours a week below the adult age
     * @param belowHours from so many hours a week on it is level 2.5
     * @param days least days a week
     */
    record IntensiveOutpatient(BigDecimal adultHours, BigDecimal adolescentHours, BigDecimal belowHours, int days) {}

    /** When to look again, whichever comes first. */
    record Reassess(int days, int sessions) {}

    /** The numbers of a version that this program carries. */
    static Thresholds load(String version) {
        var file = "/placement/" + version + ".json";
        try (var stream = Thresholds.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no rule set " + version);
            }
            return new ObjectMapper().readValue(stream, Thresholds.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
