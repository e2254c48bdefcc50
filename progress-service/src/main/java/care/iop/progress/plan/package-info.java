/**
 * The treatment plan of an admission: problems, goals, objectives and interventions, and the weekly prescription that
 * scheduling follows. What has been signed never changes; a new revision takes its place.
 */
package care.iop.progress.plan;
