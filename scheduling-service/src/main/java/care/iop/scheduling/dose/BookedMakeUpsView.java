package care.iop.scheduling.dose;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bookings that were made, and the week's dose with them. */
@Schema(name = "BookedMakeUps")
record BookedMakeUpsView(
        @Schema(required = true) List<UUID> bookingIds,
        @Schema(required = true) DoseForecastView.Client dose) {}
