package care.iop.scheduling.roster.exchange;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a week's document, for the description of the API; {@link RosterExchange} says what each field means. */
@Schema(name = "ExchangeWeek", examples = ExchangeWeek.EXAMPLE)
public record ExchangeWeek(
        @Schema(examples = "week-2027-01-04") @Nullable String name,

        @Schema(
                required = true,
                description = "id, credentials, modalities, avail [[day 0 to 6, from, until]…], maxHours, targetHours")
        List<Map<String, Object>> clinicians,

        @Schema(
                required = true,
                description =
                        "Candidate groups: id, track (M, A, E), slots, gender, trauma, modality, tele, capacity, minSize")
        List<Map<String, Object>> cohorts,

        @Schema(
                required = true,
                description =
                        "id, gender, trauma, teleOnly, telehealth, priority, prefTrack, modality, wantsGender, primary, team, avail, targetDays, maxDays, maxDayHours, sessions [{id, kind, hours}], avoid")
        List<Map<String, Object>> clients,

        @Schema(required = true, description = "id, type (GROUP, OFFICE)")
        List<Map<String, Object>> rooms) {

    static final String EXAMPLE = """
            {
              "name": "week-2027-01-04",
              "clinicians": [
                {"id": "k1", "credentials": ["GROUP"], "modalities": ["CBT"], "avail": [[0, 8, 17]], "maxHours": 32, "targetHours": 26}
              ],
              "cohorts": [],
              "clients": [],
              "rooms": [{"id": "r1", "type": "GROUP"}]
            }""";
}
