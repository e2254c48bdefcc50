package care.iop.progress.metrics;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One figure of a metric: what is divided by what.
 *
 * @param numeratorOf the categories of persons that are counted; empty for a figure that is no share of persons
 * @param denominatorOf the categories of persons that they are a share of
 */
record MeasureDefinition(
        String code,
        String numerator,
        String denominator,
        Set<String> numeratorOf,
        Set<String> denominatorOf,
        Kind kind) {

    /** What a measure is: a share of persons, a ratio of sums, or a value of a distribution. */
    @Schema(name = "MeasureKind")
    enum Kind {
        SHARE,
        RATIO,
        VALUE
    }

    /** A share of persons. */
    static MeasureDefinition share(
            String code, String numerator, String denominator, Set<String> numeratorOf, Set<String> denominatorOf) {
        return new MeasureDefinition(code, numerator, denominator, numeratorOf, denominatorOf, Kind.SHARE);
    }

    /** A ratio of the sums {@code code + "_NUMERATOR"} and {@code code + "_DENOMINATOR"}, such as minutes. */
    static MeasureDefinition ratio(String code, String numerator, String denominator) {
        return new MeasureDefinition(code, numerator, denominator, Set.of(), Set.of(), Kind.RATIO);
    }

    /** A value of a distribution, such as a median. */
    static MeasureDefinition value(String code, String what) {
        return new MeasureDefinition(code, what, "Persons with a value", Set.of(), Set.of(), Kind.VALUE);
    }
}
