package care.iop.intake.fhir;

import care.iop.intake.Desk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;

/** ServiceRequests as EHRs send them alone, each with a new person. */
final class SentRequests {

    static final String ORDERS = "https://hospital.example.org/orders";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentRequests() {}

    /** A sound one that was changed. */
    static String of(Consumer<ObjectNode> change) {
        try {
            var request =
                    (ObjectNode) JSON.readTree("""
                    {"resourceType": "ServiceRequest",
                     "contained": [{"resourceType": "Patient", "id": "person",
                       "identifier": [{"system": "%s", "value": "MRN-%s"}],
                       "name": [{"use": "official", "family": "Example", "given": ["Avery"]}],
                       "gender": "female", "birthDate": "1988-04-17"}],
                     "identifier": [{"system": "%s", "value": "ORD-%s"}],
                     "status": "active", "intent": "order", "priority": "urgent",
                     "category": [{"coding": [{"system": "http://snomed.info/sct", "code": "3457005"}]}],
                     "reasonCode": [{"text": "Relapse after residential treatment"}],
                     "subject": {"reference": "#person"}}""".formatted(Desk.MRN, UUID.randomUUID(), ORDERS, UUID.randomUUID()));
            change.accept(request);
            return request.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The contained Patient. */
    static ObjectNode person(ObjectNode request) {
        return (ObjectNode) request.path("contained").path(0);
    }
}
