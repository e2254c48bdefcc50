package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** The ways in which resources that are sent together can refer to the one person whom it is about. */
final class SubjectReferences {

    private final Set<String> names = new HashSet<>();

    SubjectReferences(Patient patient, String fullUrl) {
        if (!fullUrl.isEmpty()) {
            names.add(fullUrl);
        }
        var id = patient.getIdElement().getIdPart();
        if (id != null) {
            names.add("Patient/" + id);
        }
        for (var identifier : patient.getIdentifier()) {
            if (identifier.hasSystem() && identifier.hasValue()) {
                names.add(token(identifier.getSystem(), identifier.getValue()));
            }
        }
    }

    /** Demands that the reference names the person who was sent with it: a fact about somebody else must not be taken for theirs. */
    void require(Reference reference, String element) {
        if (!names(reference)) {
            throw new UnusableResourceException(element, "must refer to the Patient that was sent with it");
        }
    }

    private boolean names(Reference reference) {
        if (reference.hasReference()) {
            var target = reference.getReference();
            var history = target.indexOf("/_history/");
            return names.contains(history < 0 ? target : target.substring(0, history));
        }
        var identifier = reference.getIdentifier();
        return names.contains(token(
                identifier.hasSystem() ? identifier.getSystem() : "",
                identifier.hasValue() ? identifier.getValue() : ""));
    }

    private static String token(String system, String value) {
        return "Patient?identifier=" + system + "|" + value;
    }
}
