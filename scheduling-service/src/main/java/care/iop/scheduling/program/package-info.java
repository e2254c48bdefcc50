/**
 * The program: a site in a time zone with tracks (times of day at which clients come), days on which it is closed, and the
 * weekly prescription that a new client starts with.
 */
@NullMarked
package care.iop.scheduling.program;

import org.jspecify.annotations.NullMarked;
