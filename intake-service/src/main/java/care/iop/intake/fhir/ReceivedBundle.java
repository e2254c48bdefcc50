package care.iop.intake.fhir;

import care.iop.intake.fhir.EntryReading.Person;
import care.iop.intake.fhir.EntryReading.Policy;
import care.iop.intake.fhir.EntryReading.Request;
import care.iop.intake.fhir.EntryReading.Screening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * A bundle as it was understood: exactly one person, at most one request, and what belongs to them.
 *
 * @param entries one for each entry of the bundle, in the same order
 */
record ReceivedBundle(BundleType type, Person person, List<EntryReading> entries, SourceKey ownKey) {

    ReceivedBundle {
        entries = List.copyOf(entries);
    }

    Optional<Request> request() {
        return of(Request.class).findFirst();
    }

    List<Policy> policies() {
        return of(Policy.class).toList();
    }

    List<Screening> screenings() {
        return of(Screening.class).toList();
    }

    private <T extends EntryReading> Stream<T> of(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }
}
