/**
 * Calendars: sessions as iCalendar (RFC 5545), for calendar programs at secret addresses and for staff. A client's calendar
 * says nothing that would tell a bystander what it is for, unless the client wants it to.
 */
@NullMarked
package care.iop.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
