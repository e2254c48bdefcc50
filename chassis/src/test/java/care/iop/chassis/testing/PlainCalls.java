package care.iop.chassis.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Requests with the headers that a test names and no other, over connections that stay open, several at a time: for tests that
 * ask every operation about every role.
 */
public final class PlainCalls {

    private static final int AT_A_TIME = 8;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();

    private PlainCalls() {}

    /**
     * A request to the application under test.
     *
     * @param path below the application's root, with its query, encoded
     * @param body null for none
     */
    public record Call(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body) {

        public Call {
            headers = Map.copyOf(headers);
        }

        /** The same with one more header. */
        public Call with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Call(method, path, more, body);
        }

        /** The same with a bearer token. */
        public Call as(String token) {
            return with("Authorization", "Bearer " + token);
        }
    }

    /** What was answered; the content type is empty when there is none. */
    public record Answer(Call call, int status, String contentType, String body) {

        @Override
        public String toString() {
            return call.method() + " " + call.path() + ": " + status + " " + body;
        }
    }

    /** Sends one request and waits for its answer, at most a minute. */
    public static Answer send(Call call) {
        try {
            return answer(call, CLIENT.send(request(call), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(call.method() + " " + call.path() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    /** Sends the requests, a few at a time, and answers in their order. */
    public static List<Answer> sendAll(List<Call> calls) {
        ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<Answer>> answers =
                    calls.stream().map(call -> senders.submit(() -> send(call))).toList();
            return answers.stream().map(PlainCalls::get).toList();
        } finally {
            senders.shutdownNow();
        }
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request was not answered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static HttpRequest request(Call call) {
        var root = RestAssured.basePath.startsWith("/") ? RestAssured.basePath : "/" + RestAssured.basePath;
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + root + call.path()))
                .timeout(ANSWER_WITHIN)
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        return request.build();
    }

    private static Answer answer(Call call, HttpResponse<String> response) {
        return new Answer(
                call,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
