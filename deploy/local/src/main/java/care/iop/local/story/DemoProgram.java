package care.iop.local.story;

import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The sample week of an intensive outpatient program, set up through scheduling's API: on Monday, Wednesday and Friday one
 * block of three hours of group therapy and skills workshop, on Tuesday and Thursday one hour individual and two hours of family
 * or vocational sessions, and an optional check-in at the weekend; 15 hours over 5 days, in three tracks.
 */
final class DemoProgram {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final String NAME = "Riverside intensive outpatient program";
    private static final String SCHEDULER = "sam.scheduler";

    private static final String PROGRAM = """
            {
              "name": "%s",
              "zone": "%s",
              "tracks": [
                {"track": "MORNING", "from": "08:00", "until": "13:00"},
                {"track": "AFTERNOON", "from": "12:00", "until": "17:00"},
                {"track": "EVENING", "from": "16:00", "until": "21:00"}
              ],
              "closures": [{"closedOn": "2026-12-25", "reason": "Christmas Day"}],
              "defaultPrescription": [
                {"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2},
                {"kind": "FAMILY", "minutes": 120, "timesPerWeek": 1},
                {"kind": "VOCATIONAL", "minutes": 120, "timesPerWeek": 1}
              ]
            }
            """;

    private static final String CLINICIAN = """
            {"programId": "%s", "name": "%s", "credentials": %s, "modalities": ["CBT", "MI"],
             "workingHours": [%s], "maxWeeklyMinutes": 2400, "targetWeeklyMinutes": 1920}
            """;

    private static final String ROOM = """
            {"programId": "%s", "name": "%s", "type": "%s", "capacity": %d}
            """;

    private static final String SERIES = """
            {"programId": "%s", "name": "%s", "kind": "%s", "rrule": "%s", "startsOn": "2026-01-05",
             "localStart": "%s", "durationMinutes": %d, "track": "%s", "modality": "CBT"}
            """;

    private final StoryApi api;

    DemoProgram(StoryApi api) {
        this.api = api;
    }

    /** The program's identifier; the program is set up when no earlier run has done so. */
    UUID ready() {
        for (var program :
                api.get(SCHEDULER, "/scheduling/api/programs?limit=200").body().required("items")) {
            if (program.required("name").asText().equals(NAME)) {
                return UUID.fromString(program.required("id").asText());
            }
        }
        var id = api.post(SCHEDULER, "/scheduling/api/programs", PROGRAM.formatted(NAME, ZONE), 201)
                .id();
        clinician(id, "Morning group lead", "[\"GROUP\", \"THERAPIST\"]", "08:00", "16:00");
        clinician(id, "Afternoon group lead", "[\"GROUP\", \"THERAPIST\"]", "10:00", "18:00");
        clinician(id, "Evening group lead", "[\"GROUP\", \"THERAPIST\"]", "13:00", "21:00");
        clinician(id, "Individual therapist", "[\"THERAPIST\"]", "08:00", "21:00");
        clinician(id, "Family therapist", "[\"FAMILY\", \"THERAPIST\"]", "08:00", "21:00");
        clinician(id, "Vocational counselor", "[\"VOC\"]", "08:00", "21:00");
        room(id, "Group room 1", "GROUP", 14);
        room(id, "Group room 2", "GROUP", 14);
        for (int i = 1; i <= 4; i++) {
            room(id, "Office " + i, "OFFICE", 4);
        }
        group(id, "Morning group therapy and skills workshop", "09:00", "MORNING");
        group(id, "Afternoon group therapy and skills workshop", "13:00", "AFTERNOON");
        group(id, "Evening group therapy and skills workshop", "17:30", "EVENING");
        series(id, "Weekend check-in", "CHECK_IN", "FREQ=WEEKLY;BYDAY=SA", "10:00", 60, "MORNING");
        return id;
    }

    private void clinician(UUID program, String name, String credentials, String from, String until) {
        var hours = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .map(day -> "{\"day\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}".formatted(day, from, until))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        api.post(SCHEDULER, "/scheduling/api/clinicians", CLINICIAN.formatted(program, name, credentials, hours), 201);
    }

    private void room(UUID program, String name, String type, int capacity) {
        api.post(SCHEDULER, "/scheduling/api/rooms", ROOM.formatted(program, name, type, capacity), 201);
    }

    private void group(UUID program, String name, String start, String track) {
        series(program, name, "GROUP", "FREQ=WEEKLY;BYDAY=MO,WE,FR", start, 180, track);
    }

    private void series(UUID program, String name, String kind, String rule, String start, int minutes, String track) {
        api.post(
                SCHEDULER,
                "/scheduling/api/session-series",
                SERIES.formatted(program, name, kind, rule, start, minutes, track),
                201);
    }
}
