package care.iop.intake.screening;

import care.iop.chassis.instrument.Instruments;

/** The instruments whose totals are taken over from other systems, with the bounds of their definitions. */
public enum Instrument {
    AUDIT_C("audit-c"),
    DAST_10("dast-10"),
    PHQ_2("phq-2"),
    PHQ_9("phq-9"),
    GAD_7("gad-7");

    private final int highestTotal;

    Instrument(String definition) {
        this.highestTotal = Instruments.read(definition).highestTotal();
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
