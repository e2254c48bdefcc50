package care.iop.scheduling.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds a session, and in which room; by video there is no room. */
public record SessionPlace(
        @Nullable UUID clinicianId, @Nullable UUID roomId) {}
