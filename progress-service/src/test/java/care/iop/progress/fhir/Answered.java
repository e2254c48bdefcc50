package care.iop.progress.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers as an EHR sends them. */
final class Answered {

    private Answered() {}

    /** A PHQ-9 with the values of items 1, 2, 3 and so on, separated by spaces. */
    static Map<String, Object> phq9(UUID patientId, Instant authored, String values) {
        var response = new LinkedHashMap<String, Object>();
        response.put("resourceType", "QuestionnaireResponse");
        response.put("questionnaire", "urn:care:iop:instrument:phq-9");
        response.put("status", "completed");
        response.put("subject", Map.of("reference", "Patient/" + patientId));
        response.put("authored", authored.toString());
        response.put("item", items(values));
        return response;
    }

    /** Items 1, 2, 3 and so on with these values. */
    static List<Map<String, Object>> items(String values) {
        var items = new ArrayList<Map<String, Object>>();
        var given = values.split(" ", -1);
        for (int i = 0; i < given.length; i++) {
            items.add(Map.of(
                    "linkId",
                    String.valueOf(i + 1),
                    "answer",
                    List.of(Map.of("valueInteger", Integer.valueOf(given[i])))));
        }
        return items;
    }
}
