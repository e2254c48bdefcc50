package care.iop.chassis.fhir;

import java.util.Optional;

/**
 * The resource class of one FHIR type. Its operations are read from its JAX-RS annotations: a GET of one identifier is a read,
 * a GET without one a search by its query parameters, a POST without a path of its own a create, a PUT of one identifier an update.
 */
public interface FhirProvider {

    /** The type, such as {@code Location}. */
    String type();

    /** The canonical of the profile that each of its resources holds to; empty for the type alone. */
    default Optional<String> profile() {
        return Optional.empty();
    }
}
