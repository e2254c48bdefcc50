/**
 * What payers allow: authorizations with their units and days, how they burn down by what scheduling tells of booked and
 * delivered sessions, and when they will run out.
 */
@NullMarked
package care.iop.intake.authorization;

import org.jspecify.annotations.NullMarked;
