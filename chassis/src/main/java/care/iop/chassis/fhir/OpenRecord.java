package care.iop.chassis.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * Something that tells of no person, such as a place or a time, as one FHIR resource: it needs no consent.
 *
 * @param id of the resource
 * @param version changes with everything that is told of it
 * @param status as its type names it
 * @param written writes it
 */
public record OpenRecord(
        String id, String version, String status, Instant changedAt, Supplier<? extends DomainResource> written)
        implements Listed {

    /** The resource with its version, and with the canonical of its profile when it holds to one. */
    public DomainResource resource(Optional<String> profile) {
        var resource = written.get();
        resource.setId(id);
        resource.getMeta().setVersionId(version).setLastUpdated(Date.from(changedAt));
        profile.ifPresent(resource.getMeta()::addProfile);
        return resource;
    }
}
