package care.iop.scheduling.booking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which bookings of a series a change is meant for. Of a booking that was made alone there is only the one. */
@Schema(name = "BookingScope")
public enum Scope {
    ONE,
    THIS_AND_FOLLOWING,
    ALL
}
