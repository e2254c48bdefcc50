package care.iop.intake.screening;

/** The screening instruments whose totals are taken over, each with the highest total that it can give. */
public enum Instrument {
    AUDIT_C(12),
    DAST_10(10),
    PHQ_2(6),
    PHQ_9(27),
    GAD_7(21);

    private final int highestTotal;

    Instrument(int highestTotal) {
        this.highestTotal = highestTotal;
    }

    /** The highest total; the lowest is 0 for all. */
    public int highestTotal() {
        return highestTotal;
    }

    /** Whether the instrument can give this total. */
    public boolean canGive(int total) {
        return total >= 0 && total <= highestTotal;
    }
}
