package care.iop.scheduling.session;

import java.util.List;

/**
 * Scheduled meetings have changed, in the same transaction: their bookings follow. The changes come in an order in which none
 * is moved to where another still is.
 */
public record MeetingsChanged(List<MeetingChange> changes, boolean forced) {}
