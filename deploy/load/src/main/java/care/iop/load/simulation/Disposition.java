package care.iop.load.simulation;

/**
 * How an episode ends, with the share of discharges and the median days of stay that TEDS 2004 published for intensive outpatient
 * treatment: 114,440 discharges of 27 states; the medians are those of adults.
 */
public enum Disposition {
    COMPLETED(43_119, 50, 1),
    TRANSFERRED(20_441, 42, 4),
    OTHER(8_294, 36, 7),
    TERMINATED(16_025, 36, 3),
    DROPPED_OUT(26_561, 26, 2);

    private static final double ALL = 114_440;

    private final int published;
    private final int medianDays;
    private final int tedsReason;

    Disposition(int published, int medianDays, int tedsReason) {
        this.published = published;
        this.medianDays = medianDays;
        this.tedsReason = tedsReason;
    }

    /** Part of all discharges, 0 to 1. */
    public double share() {
        return published / ALL;
    }

    /** Half of the stays that end so are shorter, in days. */
    public int medianDays() {
        return medianDays;
    }

    /** TEDS' REASON. */
    int tedsReason() {
        return tedsReason;
    }

    /** The disposition at this place (0 to 1) of all, from the least to the greatest risk of dropping out. */
    static Disposition atRisk(double place) {
        double passed = 0;
        for (var disposition : values()) {
            passed += disposition.share();
            if (place < passed) {
                return disposition;
            }
        }
        return DROPPED_OUT;
    }
}
