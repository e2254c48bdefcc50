package care.iop.progress.alert.rule;

/**
 * A session that was missed without notice.
 *
 * @param inARow how many sessions were, one after another and this one with them
 * @param daysAgo how many days ago it was
 */
public record NoShowFacts(int inARow, long daysAgo) {}
