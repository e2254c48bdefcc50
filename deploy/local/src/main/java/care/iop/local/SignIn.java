package care.iop.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Gets access tokens from the running Keycloak, each way that the suite's callers do. */
final class SignIn {
    /** All that the demo's EHR may ask for. */
    private static final String EHR_SCOPES = "system/ServiceRequest.c system/ServiceRequest.r system/Patient.c"
            + " system/Appointment.rs system/Encounter.rs system/Observation.rs system/QuestionnaireResponse.rs"
            + " system/Goal.rs system/CarePlan.rs system/Patient.rs system/ServiceRequest.rs"
            + " system/EpisodeOfCare.rs system/Coverage.rs system/Appointment.c system/Appointment.u"
            + " system/QuestionnaireResponse.c system/Slot.rs system/HealthcareService.rs system/Location.rs"
            + " system/PractitionerRole.rs system/Consent.rs system/Subscription.rs system/Task.rs";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration TO_SPARE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final HttpClient http;
    private final Clock clock;
    private final Map<String, Kept> signedIn = new ConcurrentHashMap<>();

    /** A token that is good until then. */
    private record Kept(String token, Instant until) {}

    SignIn(Settings settings, HttpClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** As whoever has this name: a person of the realm, or the demo EHR with the scopes of its bundles. */
    String anybody(String name) {
        return name.equals(EhrKey.CLIENT) ? ehr(EHR_SCOPES) : user(name);
    }

    /**
     * As a person, by name and password; the same token again while it holds. Keycloak notes a sign-in in the background, and may
     * take one that follows at once for an attack.
     */
    String user(String name) {
        return signedIn.compute(
                        name,
                        (same, kept) -> kept != null && kept.until().isAfter(clock.instant()) ? kept : signIn(name))
                .token();
    }

    private Kept signIn(String name) {
        Realm.User user = Realm.user(name);
        return kept(
                settings.issuer(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "iop-cli",
                        "username",
                        user.name(),
                        "password",
                        user.password()));
    }

    /** As the demo EHR, by its key, asking for SMART scopes. */
    String ehr(String scopes) {
        EhrKey key = EhrKey.in(settings.data());
        return token(
                settings.issuer(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        scopes,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        key.assertion(settings.issuer(), clock.instant())));
    }

    /** Tells Keycloak which person in intake this user of role patient is, as an administrator would. */
    void linkPatient(String userName, UUID patientId) {
        String admin = token(
                settings.origin() + Keycloak.PATH + "/realms/master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        Keycloak.ADMIN,
                        "password",
                        Keycloak.ADMIN_PASSWORD));
        String users = settings.origin() + Keycloak.PATH + "/admin/realms/" + Keycloak.REALM + "/users";
        ObjectNode user = (ObjectNode)
                read(send(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + encode(userName)))
                                .header("Authorization", "Bearer " + admin)
                                .build()))
                        .get(0);
        user.withObject("/attributes").putArray("patient").add(patientId.toString());
        send(HttpRequest.newBuilder(URI.create(users + "/" + user.get("id").textValue()))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(user.toString()))
                .build());
        signedIn.remove(userName);
    }

    private String token(String realm, Map<String, String> form) {
        return kept(realm, form).token();
    }

    private Kept kept(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonNode answer = read(send(request));
        return new Kept(
                answer.get("access_token").textValue(),
                clock.instant()
                        .plusSeconds(answer.get("expires_in").longValue())
                        .minus(TO_SPARE));
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .timeout(ANSWER_WITHIN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new CannotContinue("Keycloak answered " + response.statusCode() + " to " + request.method() + " "
                        + request.uri().getPath() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new CannotContinue(
                    "Keycloak does not answer at " + settings.issuer()
                            + "; is the suite running (deploy/local/status)?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("Signing in was interrupted.", e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
