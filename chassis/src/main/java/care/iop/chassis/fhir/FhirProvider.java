package care.iop.chassis.fhir;

/**
 * The resource class of one FHIR type. Its operations are read from its JAX-RS annotations: a GET of one identifier is a read,
 * a GET without one a search by its query parameters.
 */
public interface FhirProvider {

    /** The type, such as {@code Location}. */
    String type();
}
