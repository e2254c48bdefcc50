/**
 * Reviews of the level of care: what speaks for a step down, for going on, or for a step up, with the figures behind it.
 * A review suggests and never decides; intake opens a placement review by it, which a clinician answers.
 */
package care.iop.progress.review;
