package care.iop.progress.earlywarning;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * A logistic regression on standardized numbers, fitted by Newton's method with a light ridge, so that the same examples always
 * give the same weights.
 *
 * @param intercept the logit of somebody with all numbers at their means
 * @param weights by number, what one standard deviation more adds to the logit
 * @param means of the numbers among the examples
 * @param deviations standard deviations of the numbers among the examples, 1 for numbers that never differ
 */
record LogisticRegression(double intercept, List<Double> weights, List<Double> means, List<Double> deviations) {

    private static final double RIDGE = 1;
    private static final double STILL = 1e-9;
    private static final double SAME = 1e-12;
    private static final int MOST_STEPS = 50;

    LogisticRegression {
        weights = List.copyOf(weights);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** Fits the examples, of which some must have happened and some not; the numbers of each are in one row. */
    static LogisticRegression fit(double[][] rows, boolean[] happened) {
        int numbers = rows[0].length;
        var means = new double[numbers];
        var deviations = new double[numbers];
        for (int j = 0; j < numbers; j++) {
            int column = j;
            var values = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            means[j] = mean;
            deviations[j] = variance < SAME ? 1 : Math.sqrt(variance);
        }
        var standardized = Arrays.stream(rows)
                .map(row -> standardize(row, means, deviations))
                .toArray(double[][]::new);
        var fitted = newton(standardized, happened);
        return new LogisticRegression(
                fitted[0], boxed(Arrays.copyOfRange(fitted, 1, fitted.length)), boxed(means), boxed(deviations));
    }

    /** The probability, 0 to 1. */
    double probability(double[] numbers) {
        double logit = intercept;
        for (double part : contributions(numbers)) {
            logit += part;
        }
        return logistic(logit);
    }

    /** By number, what it adds to the logit beside somebody average. */
    double[] contributions(double[] numbers) {
        var parts = new double[numbers.length];
        for (int j = 0; j < numbers.length; j++) {
            parts[j] = weights.get(j) * (numbers[j] - means.get(j)) / deviations.get(j);
        }
        return parts;
    }

    /** Rows begin with a 1 for the intercept, which the ridge leaves alone. */
    private static double[] newton(double[][] rows, boolean[] happened) {
        int size = rows[0].length;
        var beta = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            var gradient = new double[size];
            var curvature = new double[size][size];
            for (int i = 0; i < rows.length; i++) {
                addExample(rows[i], happened[i], beta, gradient, curvature);
            }
            for (int j = 1; j < size; j++) {
                gradient[j] -= RIDGE * beta[j];
                curvature[j][j] += RIDGE;
            }
            var change = new CholeskyDecomposition(MatrixUtils.createRealMatrix(mirrored(curvature)))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false));
            for (int j = 0; j < size; j++) {
                beta[j] += change.getEntry(j);
            }
            if (change.getLInfNorm() < STILL) {
                return beta;
            }
        }
        return beta;
    }

    private static void addExample(
            double[] row, boolean happened, double[] beta, double[] gradient, double[][] curvature) {
        double logit = 0;
        for (int j = 0; j < row.length; j++) {
            logit += beta[j] * row[j];
        }
        double probability = logistic(logit);
        double weight = probability * (1 - probability);
        for (int j = 0; j < row.length; j++) {
            gradient[j] += ((happened ? 1 : 0) - probability) * row[j];
            for (int k = 0; k <= j; k++) {
                curvature[j][k] += weight * row[j] * row[k];
            }
        }
    }

    private static double[][] mirrored(double[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int k = 0; k < j; k++) {
                lower[k][j] = lower[j][k];
            }
        }
        return lower;
    }

    private static double[] standardize(double[] row, double[] means, double[] deviations) {
        var standardized = new double[row.length + 1];
        standardized[0] = 1;
        for (int j = 0; j < row.length; j++) {
            standardized[j + 1] = (row[j] - means[j]) / deviations[j];
        }
        return standardized;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
