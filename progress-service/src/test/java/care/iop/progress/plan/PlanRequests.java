package care.iop.progress.plan;

import static care.iop.progress.Clinic.clinician;

import care.iop.progress.Clinic.Client;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Treatment plans as requests. */
public final class PlanRequests {

    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    private PlanRequests() {}

    /** A plan with objectives O1 and O2, and 13 hours a week on 5 days: three groups, two sessions alone, one family session. */
    public static Map<String, Object> content() {
        return content(5, sessions("GROUP", 180, 3, "INDIVIDUAL", 60, 2, "FAMILY", 120, 1));
    }

    /** A plan with the objective O1 only. */
    public static Map<String, Object> contentOfOneObjective() {
        return content(
                5, sessions("GROUP", 180, 3, "INDIVIDUAL", 60, 2, "FAMILY", 120, 1), List.of(objective("O1", FAR)));
    }

    /** The same plan with another week. */
    public static Map<String, Object> content(int days, List<Map<String, Object>> sessions) {
        return content(days, sessions, List.of(objective("O1", FAR), objective("O2", FAR)));
    }

    private static Map<String, Object> content(
            int days, List<Map<String, Object>> sessions, List<Map<String, Object>> objectives) {
        var content = new LinkedHashMap<String, Object>();
        content.put(
                "problems",
                List.of(Map.of(
                        "key",
                        "P1",
                        "statement",
                        "Drinks when alone in the evening",
                        "goals",
                        List.of(Map.of(
                                "key", "G1", "statement", "Evenings without alcohol", "objectives", objectives)))));
        content.put("modalities", List.of("MI", "CBT"));
        content.put("prescription", Map.of("daysPerWeek", days, "sessions", sessions));
        return content;
    }

    static Map<String, Object> objective(String key, LocalDate targetOn) {
        return Map.of(
                "key",
                key,
                "statement",
                "Names three own triggers",
                "targetOn",
                targetOn.toString(),
                "interventions",
                List.of(Map.of("kind", "INDIVIDUAL", "statement", "Chain analysis, weekly")));
    }

    /** Kind, minutes and times a week, again and again. */
    public static List<Map<String, Object>> sessions(Object... facts) {
        var sessions = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < facts.length; i += 3) {
            sessions.add(Map.of("kind", facts[i], "minutes", facts[i + 1], "timesPerWeek", facts[i + 2]));
        }
        return sessions;
    }

    public static Response draft(Client client, Map<String, Object> content) {
        return clinician(client.organization())
                .body(content)
                .post("/api/episodes/{id}/treatment-plan/revisions", client.admissionId());
    }

    /** Signs a revision as it is now. */
    public static Response sign(RequestSpecification signer, Client client, int number) {
        String hash = clinician(client.organization())
                .get("/api/episodes/{id}/treatment-plan/revisions/{number}", client.admissionId(), number)
                .then()
                .statusCode(200)
                .extract()
                .path("contentSha256");
        return signer.body(Map.of("contentSha256", hash))
                .post("/api/episodes/{id}/treatment-plan/revisions/{number}/signatures", client.admissionId(), number);
    }

    /** Drafts a plan and has it signed by both. */
    public static void bringIntoForce(Client client, Map<String, Object> content) {
        int number = draft(client, content).then().statusCode(201).extract().path("number");
        sign(clinician(client.organization()), client, number).then().statusCode(200);
        sign(client.asSelf(), client, number).then().statusCode(200);
    }
}
