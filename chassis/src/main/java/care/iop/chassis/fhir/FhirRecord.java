package care.iop.chassis.fhir;

import care.iop.chassis.consent.Notice;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * Something of a person that can be told as one FHIR resource, once it is known that it may be.
 *
 * @param id of the resource
 * @param version changes with everything that is told of it
 * @param status as its type names it
 * @param written writes it with the notice that has to go with it
 */
public record FhirRecord(
        String id,
        UUID personId,
        String version,
        String status,
        Instant changedAt,
        Function<Notice, ? extends DomainResource> written)
        implements Listed {

    /** The resource with its version, profile and labels. */
    public DomainResource resource(ToldAs told, Notice notice) {
        var resource = written.apply(notice);
        resource.setId(id);
        resource.getMeta().setVersionId(version).setLastUpdated(Date.from(changedAt));
        told.profile().ifPresent(resource.getMeta()::addProfile);
        SecurityLabels.label(resource.getMeta());
        return resource;
    }
}
