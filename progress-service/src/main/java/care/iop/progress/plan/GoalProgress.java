package care.iop.progress.plan;

/**
 * How the objectives of a plan in force stand; those that were dropped are left out.
 *
 * @param overdue past their day and not met
 */
public record GoalProgress(int objectives, int met, int overdue) {}
