package care.iop.load;

import care.iop.chassis.testing.TestTokens;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the harness sends: made-up people, told apart by a number in their e-mail address, and the program that they are
 * admitted to.
 */
final class Requests {

    static final String ORGANIZATION = "riverside";

    private static final UUID PROGRAM = new UUID(0x019a2b3c_0000_7000L, 0x8000_0000_0000_0001L);

    private Requests() {}

    /** A token that lasts ten minutes, for somebody who is coordinator and clinician in one. */
    static String token() {
        return TestTokens.bearer(ORGANIZATION, "intake-coordinator", "clinician");
    }

    /** Opens the program in scheduling, as it is before anybody is admitted to it. */
    static void openProgram(ServiceProcess scheduling) throws IOException {
        try (var connection = new KeepAliveConnection(scheduling.port())) {
            var answer = connection.post(
                    "/scheduling/api/programs", TestTokens.bearer(ORGANIZATION, "program-director"), "", program());
            if (answer.status() != 201) {
                throw new IOException("the program was not opened: " + answer.status() + " " + answer.body());
            }
        }
    }

    static String email(String run, int number) {
        return run + "-" + number + "@example.org";
    }

    /** A referral with a new patient inline. */
    static String referral(String run, int number) {
        return """
                {"patient": {"givenName": "%s", "familyName": "Example%s", "birthDate": "%s", \
                "administrativeGender": "FEMALE", "phone": "+1 555 %07d", "email": "%s"}, \
                "source": "DISCHARGE_PLANNER", "urgency": "URGENT", "reason": "Leaves residential treatment on Friday."}""".formatted(
                letters(number * 31), letters(number), birthDate(number), number % 10_000_000, email(run, number));
    }

    /** People are as different as in life, so that the search for duplicates has no more to compare than there. */
    private static String letters(int number) {
        var letters = new StringBuilder();
        for (long rest = number * 2_654_435_761L & 0xFFFF_FFFFL; letters.length() < 7; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static LocalDate birthDate(int number) {
        return LocalDate.of(1950, 1, 1).plusDays(number * 7_919L % 20_000);
    }

    static String placement() {
        return """
                {"levelOfCare": "2.1", "criteriaEdition": "ASAM4", "rationale": "Stable at home, needs structure."}""";
    }

    static String admission(UUID referral, LocalDate on) {
        return """
                {"referralId": "%s", "programId": "%s", "admittedOn": "%s", "prescribedMinutesPerWeek": 900}""".formatted(referral, PROGRAM, on);
    }

    private static String program() {
        return """
                {"id": "%s", "name": "Riverside IOP", "zone": "America/New_York",
                 "tracks": [{"track": "MORNING", "from": "09:00", "until": "12:00"}],
                 "defaultPrescription": [{"kind": "GROUP", "minutes": 180, "timesPerWeek": 3},
                                         {"kind": "INDIVIDUAL", "minutes": 60, "timesPerWeek": 2}]}""".formatted(PROGRAM);
    }
}
