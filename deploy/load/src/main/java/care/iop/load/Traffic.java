package care.iop.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Requests at a fixed rate, as an impatient but careful client sends them: what was not answered well is sent again under
 * the same idempotency key until it is, not before the seconds of Retry-After when the answer has them, and each time after about twice
 * as long, up to 15 s, and never all at once. Every fourth referral goes on to its admission, so that half of the requests are
 * new referrals. Keeps the ledger of what intake acknowledged.
 */
final class Traffic {

    /** What its requests are told apart by from those of others. */
    static final String RUN = "drill";

    private static final int ADMIT_EVERY = 4;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(500);
    private static final Duration TRY_AGAIN_WITHIN = Duration.ofSeconds(15);
    private static final int UNEXPECTED = 500;
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(5);

    private final int perSecond;
    private final LocalDate admittedOn = LocalDate.now(ZoneOffset.UTC);
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "traffic");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Request> followUps = new ConcurrentLinkedQueue<>();
    private final Map<Integer, UUID> referrals = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> admissions = new ConcurrentHashMap<>();
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger retrying = new AtomicInteger();
    private final AtomicInteger rotation = new AtomicInteger();
    private volatile List<String> targets;
    private volatile String phase = "start";
    private volatile String token = Requests.token();
    private volatile boolean stopped;

    Traffic(int perSecond, String target) {
        this.perSecond = perSecond;
        this.targets = List.of(target);
    }

    void start() {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var ticks = clock.scheduleAtFixedRate(this::next, 0, interval, TimeUnit.NANOSECONDS);
        var renewals = clock.scheduleAtFixedRate(
                () -> token = Requests.token(), TOKEN_LASTS.toSeconds(), TOKEN_LASTS.toSeconds(), TimeUnit.SECONDS);
        if (ticks.isDone() || renewals.isDone()) {
            throw new IllegalStateException("the traffic ended before it began");
        }
    }

    /** From now on, requests go to these intakes in turn. */
    void sendTo(List<String> intakes) {
        targets = List.copyOf(intakes);
    }

    /** From now on, attempts are counted under this name. */
    void enter(String name) {
        phase = name;
    }

    /** Whether an attempt that was counted under this name has neither been answered nor failed. */
    boolean isUnderWay(String name) {
        var tally = tallies.get(name);
        return tally != null && tally.attempts.get() > tally.acknowledged.get() + tally.failed();
    }

    /** Begins no new referral; what is under way goes on to its end. */
    void stop() {
        stopped = true;
    }

    /** Whether a request has failed and not been acknowledged yet, or, after {@link #stop}, is still under way at all. */
    boolean isRetrying() {
        return stopped ? unanswered.get() > 0 || !followUps.isEmpty() : retrying.get() > 0;
    }

    /** Requests, their failures and their longest time by phase. */
    Map<String, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    /** The referral that was acknowledged for each number. */
    Map<Integer, UUID> referrals() {
        return Map.copyOf(referrals);
    }

    /** The admission that was acknowledged for each referral. */
    Map<UUID, UUID> admissions() {
        return Map.copyOf(admissions);
    }

    private void next() {
        var followUp = followUps.poll();
        if (followUp == null && stopped) {
            return;
        }
        var request = followUp == null ? newReferral() : followUp;
        unanswered.incrementAndGet();
        attempt(request, 1, System.nanoTime());
    }

    private Request newReferral() {
        int number = numbers.incrementAndGet();
        return new Request(
                Step.REFER, number, null, "/api/referrals", Requests.referral(RUN, number), "refer-" + number);
    }

    private void attempt(Request request, int attempt, long begunNanos) {
        var tally = tallies.computeIfAbsent(phase, name -> new Tally());
        tally.attempts.incrementAndGet();
        var sent = http.sendAsync(toHttp(request), BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure == null && request.step.isDoneBy(answer.statusCode())) {
                acknowledge(request, answer.body());
                done(tally, attempt, begunNanos);
            } else if (failure == null && attempt > 1 && answer.statusCode() == 409 && request.step.isMove()) {
                // The answer to an earlier attempt may have been lost: the move itself was not.
                lookWhetherMoved(request, attempt, begunNanos, tally);
            } else {
                failed(request, attempt, begunNanos, tally, answer, failure);
            }
        });
        if (sent.isCancelled()) {
            throw new IllegalStateException("a request was cancelled before it was sent");
        }
    }

    private void lookWhetherMoved(Request request, int attempt, long begunNanos, Tally tally) {
        var look = HttpRequest.newBuilder(URI.create(target() + "/api/referrals/" + request.requiredReferral()))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .build();
        var sent = http.sendAsync(look, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 200 && answer.body().contains(request.step.moved())) {
                acknowledge(request, answer.body());
                done(tally, attempt, begunNanos);
            } else {
                failed(request, attempt, begunNanos, tally, answer, failure);
            }
        });
        if (sent.isCancelled()) {
            throw new IllegalStateException("a request was cancelled before it was sent");
        }
    }

    private void done(Tally tally, int attempt, long begunNanos) {
        tally.acknowledged.incrementAndGet();
        tally.longestMillis.accumulateAndGet(
                (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos), Math::max);
        unanswered.decrementAndGet();
        if (attempt > 1) {
            retrying.decrementAndGet();
        }
    }

    private void failed(
            Request request,
            int attempt,
            long begunNanos,
            Tally tally,
            @Nullable HttpResponse<String> answer,
            @Nullable Throwable failure) {
        tally.failures
                .computeIfAbsent(describe(answer, failure), text -> new AtomicInteger())
                .incrementAndGet();
        if (attempt == 1) {
            retrying.incrementAndGet();
        }
        var again = clock.schedule(
                () -> attempt(request, attempt + 1, begunNanos), waitMillis(attempt, answer), TimeUnit.MILLISECONDS);
        if (again.isCancelled()) {
            throw new IllegalStateException("a retry was cancelled");
        }
    }

    /** From half to one and a half of a time that doubles with each attempt; the service's own seconds come on top. */
    private static long waitMillis(int attempt, @Nullable HttpResponse<String> answer) {
        long doubled = Math.min(TRY_AGAIN_AFTER.toMillis() << Math.min(attempt - 1, 10), TRY_AGAIN_WITHIN.toMillis());
        long asked = answer == null
                ? 0
                : answer.headers()
                        .firstValue("Retry-After")
                        .map(seconds -> TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)))
                        .orElse(0L);
        return asked + ThreadLocalRandom.current().nextLong(doubled / 2, doubled * 3 / 2);
    }

    private static String describe(@Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
        if (answer != null) {
            return answer.statusCode() == UNEXPECTED
                    ? "status 500, X-Request-Id "
                            + answer.headers().firstValue("X-Request-Id").orElse("none")
                    : "status " + answer.statusCode();
        }
        var cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        return cause == null ? "no answer" : cause.getClass().getSimpleName();
    }

    private void acknowledge(Request request, String body) {
        try {
            switch (request.step) {
                case REFER -> {
                    var referral =
                            UUID.fromString(json.readTree(body).required("id").asText());
                    referrals.put(request.number, referral);
                    if (request.number % ADMIT_EVERY == 0) {
                        followUps.add(move(Step.ACKNOWLEDGE, request.number, referral, "/acknowledgement"));
                    }
                }
                case ACKNOWLEDGE ->
                    followUps.add(move(Step.SCREEN, request.number, request.requiredReferral(), "/screening"));
                case SCREEN ->
                    followUps.add(new Request(
                            Step.PLACE,
                            request.number,
                            request.referral,
                            "/api/referrals/" + request.requiredReferral() + "/placements",
                            Requests.placement(),
                            "place-" + request.number));
                case PLACE ->
                    followUps.add(new Request(
                            Step.ADMIT,
                            request.number,
                            request.referral,
                            "/api/admissions",
                            Requests.admission(request.requiredReferral(), admittedOn),
                            "admit-" + request.number));
                case ADMIT ->
                    admissions.put(
                            request.requiredReferral(),
                            UUID.fromString(json.readTree(body).required("id").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("intake answered something that is no JSON", e);
        }
    }

    private static Request move(Step step, int number, UUID referral, String noun) {
        return new Request(step, number, referral, "/api/referrals/" + referral + noun, "", null);
    }

    private HttpRequest toHttp(Request request) {
        var message = HttpRequest.newBuilder(URI.create(target() + request.path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(request.body));
        if (!request.body.isEmpty()) {
            message.header("Content-Type", "application/json");
        }
        if (request.key == null) {
            message.header("If-Match", "*");
        } else {
            message.header("Idempotency-Key", request.key);
        }
        return message.build();
    }

    private String target() {
        var current = targets;
        return current.get(Math.floorMod(rotation.getAndIncrement(), current.size()));
    }

    /** What happened in one phase. */
    static final class Tally {

        private final AtomicInteger attempts = new AtomicInteger();
        private final AtomicInteger acknowledged = new AtomicInteger();
        private final AtomicInteger longestMillis = new AtomicInteger();
        private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

        int attempts() {
            return attempts.get();
        }

        int acknowledged() {
            return acknowledged.get();
        }

        /** From the first attempt to the answer that counts. */
        int longestMillis() {
            return longestMillis.get();
        }

        int failed() {
            return failures.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        /** Attempts that the service had no better answer to than 500; a fault is no reason for that. */
        int unexpected() {
            return failures.entrySet().stream()
                    .filter(failure -> failure.getKey().startsWith("status " + UNEXPECTED))
                    .mapToInt(failure -> failure.getValue().get())
                    .sum();
        }

        /** How often each reason occurred. */
        Map<String, AtomicInteger> failures() {
            return Map.copyOf(failures);
        }
    }

    private enum Step {
        REFER(201),
        ACKNOWLEDGE(200),
        SCREEN(200),
        PLACE(201),
        ADMIT(201);

        private final int status;

        Step(int status) {
            this.status = status;
        }

        boolean isDoneBy(int answered) {
            return answered == status;
        }

        /** Whether it is guarded by the referral's state instead of an idempotency key. */
        boolean isMove() {
            return switch (this) {
                case ACKNOWLEDGE, SCREEN -> true;
                case REFER, PLACE, ADMIT -> false;
            };
        }

        /** How a referral reads after the move. */
        String moved() {
            return switch (this) {
                case ACKNOWLEDGE -> "\"status\":\"ACKNOWLEDGED\"";
                case SCREEN -> "\"status\":\"SCREENING\"";
                case REFER, PLACE, ADMIT -> throw new IllegalStateException(this + " is no move");
            };
        }
    }

    /** A request that is sent until it is acknowledged, always with the same bytes. */
    private record Request(
            Step step,
            int number,
            @Nullable UUID referral,
            String path,
            String body,
            @Nullable String key) {

        UUID requiredReferral() {
            if (referral == null) {
                throw new IllegalStateException(step + " has no referral yet");
            }
            return referral;
        }
    }
}
