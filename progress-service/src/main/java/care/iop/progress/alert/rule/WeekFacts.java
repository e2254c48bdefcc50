package care.iop.progress.alert.rule;

/**
 * A week of one admission that is over.
 *
 * @param levelOfCare as intake says it, such as 2.1
 * @param unmarkedUnits sessions of which nobody has said yet whether the person came
 */
public record WeekFacts(String levelOfCare, int deliveredMinutes, int unmarkedUnits) {}
