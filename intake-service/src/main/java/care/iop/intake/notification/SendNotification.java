package care.iop.intake.notification;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one message. It connects to the very address that was checked, whatever the name leads to by then, follows no redirect, and
 * reads nothing of the answer but its status.
 */
@ApplicationScoped
class SendNotification {

    private final HttpClient client;
    private final PublicAddresses addresses;
    private final SignNotification sign;
    private final NotificationWriter writer;
    private final NotificationSettings settings;
    private final Clock clock;

    SendNotification(
            Vertx vertx,
            PublicAddresses addresses,
            SignNotification sign,
            NotificationWriter writer,
            NotificationSettings settings,
            Clock clock) {
        var patience = (int) settings.answerWithin().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(patience)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxHeaderSize(16 * 1024));
        this.addresses = addresses;
        this.sign = sign;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Sends a message and waits for the answer.
     *
     * @return the status
     * @throws NotSentException when there was none
     */
    int send(String organization, TellReceiver.Message message) throws NotSentException {
        try {
            return answer(organization, message).get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (IllegalArgumentException e) {
            throw new NotSentException("the address " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new NotSentException("no answer within " + settings.answerWithin(), e);
        } catch (ExecutionException e) {
            // The message of what failed may quote the answer.
            throw new NotSentException(
                    "no connection ("
                            + String.valueOf(e.getCause() == null ? e : e.getCause())
                                    .split(":", 2)[0] + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("this process is ending", e);
        }
    }

    private CompletableFuture<Integer> answer(String organization, TellReceiver.Message message) {
        var address = ReceiverAddress.of(message.address(), settings.privateReceiversAllowed());
        var server = SocketAddress.inetSocketAddress(
                address.port(), addresses.find(address.host()).getHostAddress());
        var now = clock.instant();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(server)
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.isSecure())
                .setURI(address.target())
                .setFollowRedirects(false)
                .putHeader("Content-Type", writer.mediaType())
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        sign.signature(
                                organization,
                                message.receiverId(),
                                message.keyVersion(),
                                message.id(),
                                now,
                                message.body()));
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(message.body())))
                .map(response -> {
                    var status = response.statusCode();
                    // Whatever it says beside the status is nothing to us.
                    response.request().connection().close();
                    return status;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** There was no answer. */
    static final class NotSentException extends Exception {

        private static final long serialVersionUID = 1L;

        NotSentException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
