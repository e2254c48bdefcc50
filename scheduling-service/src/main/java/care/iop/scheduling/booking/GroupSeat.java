package care.iop.scheduling.booking;

import java.util.UUID;

/** A client's seat in one meeting of a group. */
public record GroupSeat(UUID sessionId, UUID enrollmentId) {}
