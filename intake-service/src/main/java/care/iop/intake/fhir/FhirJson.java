package care.iop.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import care.iop.chassis.fhir.FhirR4;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Writes FHIR R4 JSON and recognizes what comes again, with the one {@link FhirContext} of the service. */
@Startup
@ApplicationScoped
class FhirJson {

    private final FhirContext context;
    private final FhirR4 fhir;

    FhirJson(FhirR4 fhir) {
        this.fhir = fhir;
        this.context = fhir.context();
        // The model of a type is built when it is first used, which takes a second: here instead of in the first
        // request.
        context.newJsonParser().parseResource(Patient.class, "{\"resourceType\":\"Patient\"}");
    }

    /** Writes a resource as JSON. */
    String write(Resource resource) {
        return fhir.write(resource);
    }

    /**
     * What recognizes a resource when it comes again: its own identifier, or else its content without what a sender makes
     * anew each time (the identifier within the bundle, meta data, narrative, references within the bundle).
     */
    SourceKey keyOf(Resource resource, Collection<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .map(identifier -> identifier.getSystem() + "|" + identifier.getValue())
                .min(Comparator.naturalOrder())
                .map(identifier -> keyOf(resource.fhirType(), identifier))
                .orElseGet(() -> SourceKey.of("content", write(withoutWhatIsMadeAnew(resource))));
    }

    /** What recognizes a resource of a type by the identifier of its own that is this one, written system|value. */
    static SourceKey keyOf(String type, String identifier) {
        return SourceKey.of("identifier", type, identifier);
    }

    private Resource withoutWhatIsMadeAnew(Resource resource) {
        var copy = resource.copy();
        copy.setId((String) null);
        copy.setMeta(null);
        if (copy instanceof org.hl7.fhir.r4.model.DomainResource domain) {
            domain.setText(null);
        }
        for (var reference : context.newTerser().getAllPopulatedChildElementsOfType(copy, Reference.class)) {
            var target = reference.getReference();
            if (target != null && target.startsWith("urn:")) {
                reference.setReference(null);
            }
        }
        return copy;
    }
}
