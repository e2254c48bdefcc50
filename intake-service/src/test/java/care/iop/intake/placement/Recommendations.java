package care.iop.intake.placement;

import care.iop.intake.Desk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;

/** Asks the rules about the person of a referral, as a clinician does. */
public final class Recommendations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Recommendations() {}

    /** Facts without any finding but these, of a person whose birth date is on record. */
    public static String facts(String change) {
        try {
            var facts = WorkedCases.merged(WorkedCases.benign(), JSON.readTree(change));
            facts.remove("birthDate");
            return facts.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Asks and keeps the answer. */
    public static ValidatableResponse recommend(String organization, String referralId, String change) {
        return Desk.clinician(organization)
                .body(facts(change))
                .post("/api/referrals/{id}/placement-recommendations", referralId)
                .then();
    }
}
