/**
 * How likely people are to drop out in the next 14 days, by a logistic regression that anybody can read: trained on the
 * organization's own weeks, shown with how well it held on later weeks, and off until somebody approves it.
 */
package care.iop.progress.earlywarning;
