package care.iop.progress.relapseprevention;

import care.iop.progress.Clinic.Client;
import io.restassured.response.Response;

/** Plans as people send them. */
public final class Plans {

    public static final String PLAN = "/api/patients/{patientId}/relapse-prevention-plan";
    public static final String VERSIONS = PLAN + "/versions";

    private static final String CONTENT = """
            {"warningSigns": [
               {"key": "strong-craving", "says": "I can't think of anything else",
                "when": [{"field": "CRAVING", "atLeast": 7}],
                "steps": ["walk", "call"], "contacts": ["sponsor"], "tell": "%s"},
               {"key": "alone", "says": "I sit at home alone",
                "when": [{"field": "TRIGGER", "trigger": "LONELY"}, {"field": "MOOD", "atMost": 3}],
                "steps": [], "contacts": [], "tell": "NOBODY"}],
             "copingSteps": [
               {"key": "tea", "says": "Make tea"},
               {"key": "walk", "says": "Walk around the lake", "minutes": 15},
               {"key": "call", "says": "Call my sponsor"}],
             "contacts": [
               {"key": "sponsor", "kind": "SPONSOR", "name": "My sponsor", "reach": "Call 555-0100"},
               {"key": "sister", "kind": "FAMILY", "name": "Jo", "reach": "Call 555-0101"}],
             "highRiskSituations": [
               {"says": "Payday", "trigger": "MONEY", "strategies": ["Dinner at my sister's"]}],
             "meetings": [{"day": "TUESDAY", "startsAt": "19:00", "name": "Home group", "online": false}]}
            """;

    private Plans() {}

    /** A first plan whose sign of strong craving (7 or more) the care team hears of at this level. */
    public static String first(String tell) {
        return basedOn(null, tell);
    }

    /** The same as a change of another version; null for a first plan. */
    public static String basedOn(String version, String tell) {
        return "{\"basedOn\": %s, \"content\": %s}"
                .formatted(version == null ? "null" : "\"" + version + "\"", CONTENT.formatted(tell));
    }

    /** The person writes a first plan; returns its id. */
    public static String write(Client client, String tell) {
        return client.asSelf()
                .body(first(tell))
                .post(VERSIONS, client.patientId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The person checks in. */
    public static Response checkIn(Client client, String day, int mood, int craving, String more) {
        return client.asSelf()
                .body("{\"forOn\": \"%s\", \"mood\": %d, \"craving\": %d, \"substanceUse\": false, \"sleepHours\": 7%s}"
                        .formatted(day, mood, craving, more))
                .post("/api/patients/{id}/check-ins", client.patientId());
    }
}
