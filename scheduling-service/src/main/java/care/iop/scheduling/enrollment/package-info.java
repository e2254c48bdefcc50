/**
 * Enrollments: intake's admissions as scheduling sees them. An enrollment has the admission's identifier, a weekly
 * prescription, the hours at which the client can come, and what the roster should know of the client's needs.
 */
@NullMarked
package care.iop.scheduling.enrollment;

import org.jspecify.annotations.NullMarked;
