package care.iop.intake.benefits;

import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts an interchange to a payer and reads the answer. Each payer has a guard of its own (time limit for an attempt,
 * retries, circuit breaker), so that one that fails does not keep the others waiting. Redirects are not followed.
 */
@ApplicationScoped
class HttpPayerConnection implements PayerConnection {

    private static final String X12 = "application/edi-x12";

    /** As much as a person may send. */
    private static final int MAX_BYTES = 1 << 20;

    private static final Duration TO_KEEP_THE_ANSWER = Duration.ofSeconds(30);

    private final PayerSettings settings;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** One payer's client and guard. */
    private record Line(PayerSettings.Payer payer, HttpClient client, TypedGuard<byte[]> guard) {}

    /** The payer answered, and not with what was asked for; asking again soon may help or not. */
    private static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedException(int status) {
            super("status " + status, null, false, false);
            this.status = status;
        }

        boolean mayPass() {
            return status >= 500 || status == 429;
        }
    }

    HttpPayerConnection(PayerSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean reaches(String payerElectronicId) {
        return settings.payer().containsKey(payerElectronicId);
    }

    /** With the longest jitter, and some time to keep the answer. */
    @Override
    public Duration longest(String payerElectronicId) {
        PayerSettings.@Nullable Payer payer = settings.payer().get(payerElectronicId);
        return payer == null
                ? TO_KEEP_THE_ANSWER
                : payer.timeout()
                        .multipliedBy(payer.retries() + 1L)
                        .plus(payer.retryAfter().multipliedBy(2L * payer.retries()))
                        .plus(TO_KEEP_THE_ANSWER);
    }

    @Override
    public byte[] ask(String payerElectronicId, String inquiry, String notice) throws PayerUnreachableException {
        PayerSettings.@Nullable Payer payer = settings.payer().get(payerElectronicId);
        if (payer == null) {
            throw new PayerUnreachableException("No connection to this payer is set up.");
        }
        var line = lines.computeIfAbsent(payerElectronicId, id -> line(id, payer));
        try {
            return line.guard().call(() -> attempt(line, inquiry, notice));
        } catch (TimeoutException e) {
            throw new PayerUnreachableException(
                    "The payer did not answer within " + payer.timeout().toMillis() + " ms, " + attempts(payer) + ".");
        } catch (CircuitBreakerOpenException e) {
            throw new PayerUnreachableException("The payer failed too often and is left alone for "
                    + payer.circuitOpenFor().toSeconds() + " s.");
        } catch (RefusedException e) {
            throw new PayerUnreachableException("The payer refused with HTTP status " + e.status
                    + (e.mayPass() ? ", " + attempts(payer) + "." : "."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PayerUnreachableException("The service is going down.");
        } catch (Exception e) {
            throw new PayerUnreachableException("The payer can't be reached, or broke off, " + attempts(payer) + ".");
        }
    }

    private static String attempts(PayerSettings.Payer payer) {
        return payer.retries() == 0 ? "asked once" : "asked " + (payer.retries() + 1) + " times";
    }

    private static Line line(String id, PayerSettings.Payer payer) {
        var client = HttpClient.newBuilder()
                .connectTimeout(payer.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var guard = TypedGuard.create(byte[].class)
                .withDescription("payer " + id)
                .withTimeout()
                .duration(payer.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(payer.circuitWatches())
                .failureRatio(0.5)
                .delay(payer.circuitOpenFor().toMillis(), ChronoUnit.MILLIS)
                .when(HttpPayerConnection::mayPass)
                .done()
                .withRetry()
                .maxRetries(payer.retries())
                .delay(payer.retryAfter().toMillis(), ChronoUnit.MILLIS)
                .jitter(payer.retryAfter().toMillis() / 4, ChronoUnit.MILLIS)
                .whenException(HttpPayerConnection::mayPass)
                .done()
                .build();
        return new Line(payer, client, guard);
    }

    private static boolean mayPass(Throwable e) {
        return e instanceof RefusedException refused
                ? refused.mayPass()
                : e instanceof IOException || e instanceof TimeoutException;
    }

    /**
     * The guard interrupts what takes too long: the wait for the answer as well as the reading of it. The answer is therefore
     * read without blocking; a stream of the client's would not be woken.
     */
    private static byte[] attempt(Line line, String inquiry, String notice)
            throws IOException, InterruptedException, RefusedException {
        var request = HttpRequest.newBuilder(line.payer().url())
                .header("Content-Type", X12)
                .header("Accept", X12)
                .header(
                        "Redisclosure-Notice",
                        notice.replaceAll("[^\\x20-\\x7e]+", " ").strip())
                .POST(HttpRequest.BodyPublishers.ofString(inquiry, StandardCharsets.US_ASCII));
        line.payer().authorization().ifPresent(secret -> request.header("Authorization", secret));
        var pending = line.client().sendAsync(request.build(), head -> new BoundedBody());
        try {
            var response = pending.get();
            if (response.statusCode() != 200) {
                throw new RefusedException(response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException("no answer", e);
        } finally {
            pending.cancel(true);
        }
    }

    /** Gathers an answer, and breaks off one that is too long. */
    private static final class BoundedBody implements BodySubscriber<byte[]> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription source) {
            subscription = source;
            source.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                if (bytes.size() + buffer.remaining() > MAX_BYTES) {
                    whole.completeExceptionally(new IOException("the answer is too long"));
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    return;
                }
                var part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
        }

        @Override
        public void onError(Throwable e) {
            whole.completeExceptionally(e);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
