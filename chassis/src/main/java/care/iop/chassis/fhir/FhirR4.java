package care.iop.chassis.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.hl7.fhir.r4.model.Resource;

/** FHIR R4 with the one {@link FhirContext} of the service, whose models take seconds to build. */
@ApplicationScoped
public class FhirR4 {

    /** The media type of all FHIR answers. */
    public static final String JSON = "application/fhir+json";

    private final FhirContext context = FhirContext.forR4();

    /** The context, for readers of their own. */
    public FhirContext context() {
        return context;
    }

    /** Writes a resource as JSON. */
    public String write(Resource resource) {
        return context.newJsonParser().encodeResourceToString(resource);
    }
}
