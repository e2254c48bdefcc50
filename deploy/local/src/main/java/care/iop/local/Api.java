package care.iop.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public API at the origin, called as one person or one program. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

    private final HttpClient http;
    private final String origin;
    private final String token;

    Api(HttpClient http, String origin, String token) {
        this.http = http;
        this.origin = origin;
        this.token = token;
    }

    /**
     * What the suite answered.
     *
     * @param etag the version, for a change that has to know it
     * @param body missing when there is none
     */
    record Answer(
            int status, @Nullable String etag, @Nullable String next, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }
    }

    Answer get(String path) {
        return require(request(path).build());
    }

    /** The answer whatever it is. */
    Answer ask(String path) {
        return send(request(path).build());
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String page = path;
        while (page != null) {
            Answer answer = get(page);
            answer.body().path("items").forEach(items::add);
            page = answer.next();
        }
        return items;
    }

    /** Asks again until the answer is as wanted: events take a moment from one service to the next. */
    Answer await(String path, String what, Predicate<Answer> wanted) {
        long deadline = System.nanoTime() + ARRIVES_WITHIN.toNanos();
        Answer answer = ask(path);
        while (!wanted.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new CannotContinue(what + " did not come within " + ARRIVES_WITHIN.toSeconds() + " s; GET " + path
                        + " last answered " + answer.status() + ": " + answer.body());
            }
            pause();
            answer = ask(path);
        }
        return answer;
    }

    Answer post(String path, JsonNode body) {
        return post(path, "application/json", body);
    }

    Answer post(String path, String contentType, JsonNode body) {
        return require(request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** A step that has no body. */
    Answer post(String path) {
        return require(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    /** A step on the version that the caller has seen. */
    Answer postIfMatch(String path, Answer seen) {
        return require(request(path)
                .header("If-Match", version(seen))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** A change of the version that the caller has seen. */
    Answer put(String path, Answer seen, JsonNode body) {
        return require(request(path)
                .header("If-Match", version(seen))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static String version(Answer seen) {
        if (seen.etag() == null) {
            throw new CannotContinue("An answer without an ETag can't be followed by a change: " + seen.body());
        }
        return seen.etag();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private Answer require(HttpRequest request) {
        Answer answer = send(request);
        if (answer.status() >= 300) {
            throw new CannotContinue(request.method() + " " + request.uri().getPath() + " was answered "
                    + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().allValues("Link").stream()
                            .map(NEXT::matcher)
                            .filter(Matcher::find)
                            .map(link -> link.group(1))
                            .findFirst()
                            .orElse(null),
                    response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new CannotContinue(
                    request.method() + " " + request.uri().getPath() + " got no usable answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("The story was interrupted.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotContinue("The story was interrupted.", e);
        }
    }
}
