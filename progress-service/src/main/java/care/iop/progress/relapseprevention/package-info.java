/**
 * The relapse-prevention plan: a person's own warning signs, coping steps, contacts, high-risk situations and meetings, as data
 * that answers a check-in with the person's next step.
 */
package care.iop.progress.relapseprevention;
