package care.iop.scheduling.waitlist;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an accepted offer has become. */
@Schema(name = "AcceptedOffer")
record AcceptedView(
        @Schema(required = true) WaitlistView entry,
        @Schema(required = true) List<UUID> bookingIds) {}
