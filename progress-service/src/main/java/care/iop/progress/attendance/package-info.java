/**
 * Hours and attendance by ISO week, from scheduling's events. A <em>unit</em> is one booked session of one client; a week
 * is the ISO week of the session's date in the program's own time zone.
 */
package care.iop.progress.attendance;
