package care.iop.scheduling.authorization;

import java.util.UUID;

/** What scheduling reads of intake's {@code authorization-ended} event. */
record AuthorizationEnded(UUID authorizationId, UUID admissionId) {

    /** Refuses an event that lacks something. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    AuthorizationEnded {
        if (authorizationId == null || admissionId == null) {
            throw new IllegalArgumentException("the end of an authorization needs all its fields");
        }
    }
}
