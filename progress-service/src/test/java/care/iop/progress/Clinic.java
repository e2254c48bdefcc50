package care.iop.progress;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Two organizations with invented people, as the other services would tell of them. */
public final class Clinic {

    public static final String RIVERSIDE = "riverside";
    public static final String LAKESIDE = "lakeside";

    private static final String ADMISSIONS = "intake.admission.v1";
    private static final String ADMITTED = "care.iop.intake.patient-admitted.v1";

    private Clinic() {}

    /** Someone with an episode. */
    public record Client(String organization, UUID admissionId, UUID patientId, UUID programId) {

        /** A request with this person's own token. */
        public RequestSpecification asSelf() {
            return json(TestTokens.forPatient(organization, patientId));
        }
    }

    /** Admits a new person to a new program and waits until progress knows. */
    public static Client admit(String organization) {
        return admit(organization, UUID.randomUUID());
    }

    /** Admits a new person to this program, with 900 minutes a week prescribed, and waits until progress knows. */
    public static Client admit(String organization, UUID programId) {
        var client = new Client(organization, UUID.randomUUID(), UUID.randomUUID(), programId);
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(ADMISSIONS, admission(client, 900));
        }
        awaitEpisode(client);
        return client;
    }

    /** Intake's event about this admission. */
    public static KafkaProbe.Event admission(Client client, int prescribedMinutesPerWeek) {
        return KafkaProbe.event(
                ADMITTED, client.admissionId(), client.organization(), admissionData(client, prescribedMinutesPerWeek));
    }

    /** The payload of intake's event, to be changed by a test. */
    public static Map<String, Object> admissionData(Client client, int prescribedMinutesPerWeek) {
        var data = new LinkedHashMap<String, Object>();
        data.put("admissionId", client.admissionId());
        data.put("patientId", client.patientId());
        data.put("referralId", UUID.randomUUID());
        data.put("programId", client.programId());
        data.put("levelOfCare", "2.1");
        data.put("criteriaEdition", "LOC-1");
        data.put("admittedOn", LocalDate.of(2026, 11, 16));
        data.put("prescribedMinutesPerWeek", prescribedMinutesPerWeek);
        return data;
    }

    public static void awaitEpisode(Client client) {
        await().atMost(30, SECONDS).untilAsserted(() -> clinician(client.organization())
                .get("/api/episodes/{id}", client.admissionId())
                .then()
                .statusCode(200));
    }

    /** Runs what the service does by itself, outside the request that is active in a test. */
    public static void outsideOfARequest(Runnable work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }

    public static RequestSpecification clinician(String organization) {
        return json(TestTokens.bearer(organization, Roles.CLINICIAN));
    }

    public static RequestSpecification director(String organization) {
        return json(TestTokens.bearer(organization, Roles.PROGRAM_DIRECTOR));
    }

    public static RequestSpecification json(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
