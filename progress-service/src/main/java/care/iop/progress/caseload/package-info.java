/** The caseload: one line for each episode, from rollups that the other features keep, so that a list costs one query. */
package care.iop.progress.caseload;
