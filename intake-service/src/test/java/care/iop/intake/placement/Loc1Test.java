package care.iop.intake.placement;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.intake.level.LevelOfCare;
import care.iop.intake.placement.PlacementFacts.Rating;
import care.iop.intake.placement.PlacementFacts.Ratings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Loc1Test {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMBINATIONS = 15_625;

    private final Loc1 rules = new Loc1(Thresholds.load("loc-1.0"));

    /** How far up a rule's result is; a higher rating must never lead further down. */
    private static final Map<String, Integer> RANK = Map.ofEntries(
            Map.entry("S1", 8),
            Map.entry("S2", 8),
            Map.entry("S3", 7),
            Map.entry("S4", 6),
            Map.entry("S8", 6),
            Map.entry("C0", 0),
            Map.entry("C1", 0),
            Map.entry("R1", 5),
            Map.entry("P1", 4),
            Map.entry("R2", 3),
            Map.entry("I1", 3),
            Map.entry("I2", 3),
            Map.entry("M1", 1),
            Map.entry("O1", 1));

    /**
     * Every combination of the six ratings, with the other facts benign and varied: some rule decides, and raising one
     * rating never lowers the result.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"criteriaEdition\":\"ASAM3\"}",
                "{\"currentLevel\":\"3.5\"}",
                "{\"priorLevel\":\"2.5\"}",
                "{\"needs24hSupervision\":true}",
                "{\"withdrawal\":{\"ciwaAr\":{\"total\":9}}}",
                "{\"withdrawal\":{\"ciwaAr\":{\"total\":10}}}",
                "{\"withdrawal\":{\"ciwaAr\":{\"total\":10},\"pastSeizure\":true}}",
                "{\"withdrawal\":{\"ciwaAr\":{\"total\":19}}}",
                "{\"withdrawal\":{\"cows\":{\"total\":13}}}",
                "{\"withdrawal\":{\"cows\":{\"total\":25}},\"housing\":{\"safe\":false}}",
                "{\"cssrs\":{\"q1\":true}}",
                "{\"cssrs\":{\"q6\":true,\"q6Past3Months\":false}}",
                "{\"cssrs\":{\"q6\":true,\"q6Past3Months\":true}}",
                "{\"phq9\":{\"takenOn\":\"2026-09-01\",\"item9\":2}}",
                "{\"dailySedativeUse\":true}",
                "{\"pregnant\":true,\"substances\":[{\"substance\":\"OPIOIDS\",\"criteriaCount\":3,\"lastUsedAt\":\"2026-08-01T00:00:00Z\"}]}",
                "{\"substances\":[{\"substance\":\"CANNABIS\",\"criteriaCount\":1}]}",
                "{\"birthDate\":\"2010-01-01\"}",
                "{\"availability\":{\"hoursPerWeek\":3}}",
                "{\"acuteFlags\":{\"overdose\":true}}",
                "{\"acuteFlags\":{\"activeViolenceRisk\":true}}",
                "{\"housing\":null}",
                "{\"cssrs\":null}",
                "{\"purpose\":\"CONTINUED_STAY\",\"currentLevel\":\"2.1\",\"goalProgress\":{\"goalsMet\":1,\"goalsSet\":4}}"
            })
    void someRuleDecidesAndARatingNeverLowersTheResult(String variation) throws IOException {
        // given
        var facts = facts(JSON.readTree(variation));

        // when
        var ranks = new int[COMBINATIONS];
        for (int i = 0; i < COMBINATIONS; i++) {
            ranks[i] = rank(rules.advise(rated(facts, i), "none"));
        }

        // then
        assertThat(drops(ranks)).isEmpty();
    }

    /** The residence that is enough where only the home is bad gives way to treatment there, never the other way round. */
    @Test
    void withinResidentialTreatmentARatingNeverLowersTheLevel() throws IOException {
        // given
        var facts = facts(JSON.readTree("{}"));

        // when
        var ranks = new int[COMBINATIONS];
        for (int i = 0; i < COMBINATIONS; i++) {
            var advice = rules.advise(rated(facts, i), "none");
            ranks[i] = 2 * rank(advice) + (advice.recommendedLevel() == LevelOfCare.LEVEL_3_5 ? 1 : 0);
        }

        // then
        assertThat(drops(ranks)).isEmpty();
    }

    @Test
    void withAnyOneRatingUnknownNoLevelIsRecommended() throws IOException {
        for (var dimension : Dimension.values()) {
            // given
            var unknown = JSON.readTree("{\"ratings\":{\"" + dimension.name().toLowerCase(Locale.ROOT) + "\":null}}");

            // when
            var advice = rules.advise(facts(unknown), "none");

            // then
            assertThat(advice.decision()).isEqualTo(Decision.INCOMPLETE);
            assertThat(advice.recommendedLevel()).isNull();
            assertThat(advice.missingInputs()).containsExactly(dimension.pointer());
        }
    }

    @Test
    void theSameFactsGiveTheSameHashHoweverTheyAreWritten() throws IOException {
        // given
        var one = facts(JSON.readTree(
                "{\"availability\":{\"hoursPerWeek\":20.00,\"days\":[\"FRIDAY\",\"MONDAY\",\"FRIDAY\"]}}"));
        var other = facts(JSON.readTree("{\"availability\":{\"days\":[\"MONDAY\",\"FRIDAY\"],\"hoursPerWeek\":20}}"));

        // when
        var hashes =
                List.of(CanonicalFacts.of(one).hash(), CanonicalFacts.of(other).hash());

        // then
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1)).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void factsThatWereKeptGiveTheSameAdvice() {
        WorkedCases.all().forEach(worked -> {
            // given
            var kept = CanonicalFacts.of(CanonicalFacts.read(worked.facts().toString(), PlacementFacts.class));

            // when
            var again = rules.advise(kept.facts(), kept.hash());

            // then
            assertThat(again)
                    .as(worked.name())
                    .isEqualTo(rules.advise(
                            CanonicalFacts.read(worked.facts().toString(), PlacementFacts.class), kept.hash()));
        });
    }

    /** Past recommendations are run again by it: other numbers are loc-1.1. */
    @Test
    void aPublishedRuleSetNeverChanges() throws Exception {
        // given
        byte[] file;
        try (var stream = Loc1.class.getResourceAsStream("/placement/loc-1.0.json")) {
            file = stream.readAllBytes();
        }

        // when
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

        // then
        assertThat(hash).isEqualTo("be3d56cd81388552ffc442fefd3e14e778c7f1a437b63c1c1e8c804de0566044");
    }

    @Test
    void theRulesStandInTheirOrder() {
        // when
        var ids = rules.rules().stream().map(Rule::id).toList();

        // then
        assertThat(ids)
                .containsExactly(
                        "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "C0", "C1", "R1", "P1", "R2", "I1", "I2", "M1",
                        "O1");
    }

    private static int rank(PlacementAdvice advice) {
        var decisive = advice.reasons().stream()
                .filter(PlacementAdvice.Reason::decisive)
                .toList();
        assertThat(decisive).hasSize(1);
        return RANK.get(decisive.get(0).ruleId());
    }

    /** Where a rating that is one higher leads further down. */
    private static List<String> drops(int[] ranks) {
        var drops = new ArrayList<String>();
        for (int i = 0; i < COMBINATIONS; i++) {
            for (int d = 0, step = 1; d < 6; d++, step *= 5) {
                if (i / step % 5 < 4 && ranks[i + step] < ranks[i]) {
                    drops.add(Arrays.toString(digits(i)) + ", D" + (d + 1) + " one higher");
                }
            }
        }
        return drops;
    }

    private static int[] digits(int combination) {
        var digits = new int[6];
        for (int d = 0, rest = combination; d < 6; d++, rest /= 5) {
            digits[d] = rest % 5;
        }
        return digits;
    }

    private static PlacementFacts rated(PlacementFacts facts, int combination) {
        var digits = digits(combination);
        var ratings = new Ratings(
                rating(digits[0]),
                rating(digits[1]),
                rating(digits[2]),
                rating(digits[3]),
                rating(digits[4]),
                rating(digits[5]));
        return new PlacementFacts(
                facts.purpose(),
                facts.criteriaEdition(),
                facts.assessedAt(),
                facts.timeZone(),
                facts.birthDate(),
                ratings,
                facts.substances(),
                facts.withdrawal(),
                facts.dailySedativeUse(),
                facts.pregnant(),
                facts.cssrs(),
                facts.phq9(),
                facts.acuteFlags(),
                facts.needs24hSupervision(),
                facts.housing(),
                facts.availability(),
                facts.currentLevel(),
                facts.priorLevel(),
                facts.goalProgress(),
                facts.patientPreference(),
                facts.externalLevelOfCare());
    }

    private static Rating rating(int severity) {
        return new Rating(severity, null, null, null);
    }

    private static PlacementFacts facts(JsonNode variation) {
        var json = WorkedCases.merged(WorkedCases.benign(), variation);
        var facts = CanonicalFacts.read(json.toString(), PlacementFacts.class);
        return facts.completed(facts.moment(), facts.timeZone());
    }
}
