package care.iop.progress.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.fhir.SecurityLabels;
import java.nio.charset.StandardCharsets;
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
record FhirRecord(
        String id,
        UUID patientId,
        String version,
        String status,
        Instant changedAt,
        Function<Notice, ? extends DomainResource> written) {

    /** The resource with its version, profile and labels. */
    DomainResource resource(Told told, Notice notice) {
        var resource = written.apply(notice);
        resource.setId(id);
        resource.getMeta()
                .setVersionId(version)
                .setLastUpdated(Date.from(changedAt))
                .addProfile(told.profile());
        SecurityLabels.label(resource.getMeta());
        return resource;
    }

    /** Where a page after this one begins; for identifiers that are made of several parts it stands for them. */
    UUID cursor() {
        return cursor(id);
    }

    static UUID cursor(String id) {
        return id.length() == 36 ? UUID.fromString(id) : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
