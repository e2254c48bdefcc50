package care.iop.local.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The suite's HTTP API as the story's users call it. Every answer but the expected one fails the story. */
final class StoryApi {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration EFFECT_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI origin;
    private final TokenSource tokens;

    StoryApi(URI origin, TokenSource tokens) {
        this.origin = origin;
        this.tokens = tokens;
    }

    /** An answer with its body, entity tag and the path of the next page, empty where there is none. */
    record Answer(int status, JsonNode body, String etag, String next) {

        UUID id() {
            return UUID.fromString(body.required("id").asText());
        }

        String text(String field) {
            return body.required(field).asText();
        }
    }

    Answer get(String user, String path) {
        return call(user, "GET", path, null, null, "application/json", 200);
    }

    Answer post(String user, String path, String body, int expected) {
        return call(user, "POST", path, body, null, "application/json", expected);
    }

    Answer postFhir(String user, String path, String body) {
        return call(user, "POST", path, body, null, FHIR_JSON, 200);
    }

    /** Reads a FHIR resource as whoever may learn so much. */
    Answer getFhir(String user, String path, int expected) {
        return call(user, "GET", path, null, null, FHIR_JSON, expected);
    }

    /** Whose access token a user has: the identifier that services know a machine by. */
    String subject(String user) {
        var claims = tokens.tokenFor(user).split("\\.", -1)[1];
        return json(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .required("sub")
                .asText();
    }

    Answer put(String user, String path, String body, String etag) {
        return call(user, "PUT", path, body, etag, "application/json", 200);
    }

    /** Moves a resource on from the version that the last answer showed. */
    Answer move(String user, String path, @Nullable String body, String etag) {
        return call(user, "POST", path, body, etag, "application/json", 200);
    }

    /** Asks again until the answer is as wanted: what another service does arrives a moment later, over Kafka. */
    Answer await(String user, String path, String what, Predicate<Answer> wanted) {
        long end = System.nanoTime() + EFFECT_WITHIN.toNanos();
        while (true) {
            var answer = send(user, "GET", path, null, null, "application/json");
            if (answer.status() == 200 && wanted.test(answer)) {
                return answer;
            }
            if (answer.status() != 200 && answer.status() != 404) {
                throw new StoryFailed(
                        "GET " + path + " as " + user + " answered " + answer.status() + ": " + answer.body());
            }
            if (System.nanoTime() > end) {
                throw new StoryFailed("After " + EFFECT_WITHIN.toSeconds() + " s there is still no sign of: " + what
                        + ". The last answer to GET " + path + " was " + answer.status() + ": " + answer.body());
            }
            pause();
        }
    }

    private Answer call(
            String user,
            String method,
            String path,
            @Nullable String body,
            @Nullable String etag,
            String mediaType,
            int expected) {
        var answer = send(user, method, path, body, etag, mediaType);
        if (answer.status() != expected) {
            throw new StoryFailed(method + " " + path + " as " + user + " answered " + answer.status() + " instead of "
                    + expected + ": " + answer.body());
        }
        return answer;
    }

    private Answer send(
            String user, String method, String path, @Nullable String body, @Nullable String etag, String mediaType) {
        var request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + tokens.tokenFor(user))
                .header("Accept", path.contains("/fhir/") ? FHIR_JSON : mediaType)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", mediaType);
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    json(response.body()),
                    response.headers().firstValue("ETag").orElse(""),
                    response.headers().firstValue("Link").map(StoryApi::target).orElse(""));
        } catch (IOException e) {
            throw new StoryFailed(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }

    private static String target(String link) {
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("text", body);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted", e);
        }
    }
}
