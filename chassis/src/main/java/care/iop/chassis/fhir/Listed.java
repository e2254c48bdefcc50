package care.iop.chassis.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What a search knows of a resource before it is written. */
public interface Listed {

    String id();

    /** As its type names it. */
    String status();

    Instant changedAt();

    /** Where a page after this one begins; for identifiers that are made of several parts it stands for them. */
    default UUID cursor() {
        var uuid = SearchParameters.uuid(id());
        return uuid == null ? UUID.nameUUIDFromBytes(id().getBytes(StandardCharsets.UTF_8)) : uuid;
    }
}
