package care.iop.load;

import care.iop.chassis.testing.TestTokens;
import java.time.LocalDate;
import java.util.UUID;

/** What the harness sends to intake: made-up people, told apart by a number in their e-mail address. */
final class IntakeRequests {

    static final String ORGANIZATION = "riverside";

    /** No program of scheduling has this id: a person is enrolled all the same, and waits for the program. */
    private static final UUID PROGRAM = new UUID(0x019a2b3c_0000_7000L, 0x8000_0000_0000_0001L);

    private IntakeRequests() {}

    /** A token that lasts ten minutes, for somebody who is coordinator and clinician in one. */
    static String token() {
        return TestTokens.bearer(ORGANIZATION, "intake-coordinator", "clinician");
    }

    static String email(String run, int number) {
        return run + "-" + number + "@example.org";
    }

    /** A referral with a new patient inline. */
    static String referral(String run, int number) {
        return """
                {"patient": {"givenName": "Avery", "familyName": "Example", "birthDate": "1988-04-17", \
                "administrativeGender": "FEMALE", "phone": "+1 555 010 0199", "email": "%s"}, \
                "source": "DISCHARGE_PLANNER", "urgency": "URGENT", "reason": "Leaves residential treatment on Friday."}""".formatted(email(run, number));
    }

    static String placement() {
        return """
                {"levelOfCare": "2.1", "criteriaEdition": "ASAM4", "rationale": "Stable at home, needs structure."}""";
    }

    static String admission(UUID referral, LocalDate on) {
        return """
                {"referralId": "%s", "programId": "%s", "admittedOn": "%s", "prescribedMinutesPerWeek": 900}""".formatted(referral, PROGRAM, on);
    }
}
