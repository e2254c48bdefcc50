package care.iop.local.story;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** What a clinician knows of a made-up person when the placement rules are asked. */
public final class PlacementFacts {

    private static final String FACTS = """
            {
              "criteriaEdition": "ASAM4",
              "timeZone": "%1$s",
              "birthDate": "1988-04-17",
              "ratings": {
                "d1": {"severity": 1}, "d2": {"severity": 0}, "d3": {"severity": %4$d},
                "d4": {"severity": 1}, "d5": {"severity": %5$d}, "d6": {"severity": 1}
              },
              "substances": [{"substance": "ALCOHOL", "criteriaCount": 6, "lastUsedAt": "%2$s"}],
              "withdrawal": {
                "ciwaAr": {"total": 6}, "pastSeizure": false, "pastDelirium": false,
                "newHallucinationConfusionOrSeizure": false
              },
              "dailySedativeUse": false,
              "pregnant": false,
              "cssrs": {"takenOn": "%3$s", "q1": false, "q2": false, "q6": false},
              "phq9": {"takenOn": "%3$s", "item9": 0},
              "acuteFlags": {
                "overdose": false, "alteredConsciousness": false, "chestPain": false,
                "unstableVitals": false, "activeViolenceRisk": false
              },
              "needs24hSupervision": false,
              "housing": {"safe": true, "supportive": true, "soberHome": true, "plan": false},
              "availability": {"hoursPerWeek": 15, "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "daily": false}
            }
            """;

    private PlacementFacts() {}

    /**
     * The facts as a request.
     *
     * @param emotionalState severity of dimension 3
     * @param relapseRisk severity of dimension 5
     */
    public static String now(Clock clock, int emotionalState, int relapseRisk) {
        var now = clock.instant();
        return FACTS.formatted(
                DemoProgram.ZONE,
                now.minus(Duration.ofDays(2)),
                LocalDate.ofInstant(now, DemoProgram.ZONE),
                emotionalState,
                relapseRisk);
    }
}
