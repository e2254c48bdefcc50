package care.iop.scheduling.roster.engine.constraint;

import java.util.Comparator;

/**
 * How good a roster is, lower is better, compared hard first, then medium, then soft. Counted in quarter points, because
 * a quarter hour is a quarter of what the rules price by the hour: four quarter points are one point of the catalogue.
 */
public record Score(long hard, long medium, long soft) implements Comparable<Score> {

    /** Nothing broken, nothing unplaced, every wish met. */
    public static final Score PERFECT = new Score(0, 0, 0);

    /** Quarter points in one point. */
    public static final int QUARTERS = 4;

    private static final Comparator<Score> BY_LEVEL = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    /** This score and quarter points more on one level. */
    public Score plus(Level level, long quarterPoints) {
        return switch (level) {
            case HARD -> new Score(hard + quarterPoints, medium, soft);
            case MEDIUM -> new Score(hard, medium + quarterPoints, soft);
            case SOFT -> new Score(hard, medium, soft + quarterPoints);
        };
    }

    /** The points of the catalogue on one level, in steps of a quarter. */
    public double points(Level level) {
        long quarterPoints =
                switch (level) {
                    case HARD -> hard;
                    case MEDIUM -> medium;
                    case SOFT -> soft;
                };
        return quarterPoints / (double) QUARTERS;
    }

    @Override
    public int compareTo(Score other) {
        return BY_LEVEL.compare(this, other);
    }
}
