package care.iop.progress.change;

/**
 * The reliable change index of Jacobson and Truax with the correction of Christensen and Mendoza.
 *
 * @param baselineSd the standard deviation at baseline, above 0
 * @param reliability 0 up to, but not, 1
 */
public record ReliableChangeIndex(double baselineSd, double reliability) {

    private static final double TWO_SIDED_95_PERCENT = 1.96;

    public ReliableChangeIndex {
        if (!(baselineSd > 0) || !(reliability >= 0 && reliability < 1)) {
            throw new IllegalArgumentException(
                    "a standard deviation above 0 and a reliability from 0 to below 1 are needed");
        }
    }

    /** S_diff = √2 · SD · √(1 − r): the standard error of a difference. */
    double standardErrorOfDifference() {
        return Math.sqrt(2) * baselineSd * Math.sqrt(1 - reliability);
    }

    /** The least whole number of points that is more than 1.96 standard errors of a difference. */
    public int reliableFrom() {
        return (int) Math.floor(TWO_SIDED_95_PERCENT * standardErrorOfDifference()) + 1;
    }
}
