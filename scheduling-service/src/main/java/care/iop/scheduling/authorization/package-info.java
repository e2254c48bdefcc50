/** What payers allow, followed from intake's events: how many units and minutes of a week are still authorized. */
package care.iop.scheduling.authorization;
