package care.iop.intake.notification;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.telemetry.RepeatedWork;
import care.iop.chassis.telemetry.RepeatedWork.Rounds;
import care.iop.intake.notification.DueReceivers.Due;
import care.iop.intake.notification.SendNotification.NotSentException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Tells receivers what is kept for them: each in order, one message at a time, and none waits for another that is slow. A process
 * that dies while it sends leaves a message of which nobody knows whether it arrived: it is sent again under the same number.
 */
@ApplicationScoped
class DeliverNotifications {

    private static final Logger LOG = Logger.getLogger(DeliverNotifications.class);

    /** Receivers that are told something at the same time. */
    private static final int AT_ONCE = 8;

    /** So many in a row, then the next receiver has its turn. */
    private static final int IN_A_ROW = 50;

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final DueReceivers dueReceivers;
    private final TellReceiver tellReceiver;
    private final SendNotification send;
    private final Acting acting;
    private final NotificationSettings settings;
    private final Rounds rounds;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "notifications"));
    private final ExecutorService senders =
            Executors.newFixedThreadPool(AT_ONCE, task -> new Thread(task, "notification-sender"));
    private final List<ScheduledFuture<?>> repeated = new CopyOnWriteArrayList<>();
    private final Set<UUID> beingTold = ConcurrentHashMap.newKeySet();

    DeliverNotifications(
            DueReceivers dueReceivers,
            TellReceiver tellReceiver,
            SendNotification send,
            Acting acting,
            NotificationSettings settings,
            RepeatedWork works) {
        this.dueReceivers = dueReceivers;
        this.tellReceiver = tellReceiver;
        this.send = send;
        this.acting = acting;
        this.settings = settings;
        this.rounds = works.watch("notifications", settings.deliverEvery());
    }

    void start(@Observes StartupEvent started) {
        var pause = settings.deliverEvery().toMillis();
        repeated.add(clockwork.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS));
        var forget = FORGET_EVERY.toMillis();
        repeated.add(clockwork.scheduleWithFixedDelay(this::forgetOld, forget, forget, TimeUnit.MILLISECONDS));
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        repeated.forEach(work -> work.cancel(false));
        clockwork.shutdown();
        senders.shutdown();
        if (!senders.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("telling receivers didn't end in time: what was being sent is sent again");
            senders.shutdownNow();
        }
    }

    private void look() {
        try {
            for (var due : dueReceivers.find()) {
                if (beingTold.add(due.receiverId())) {
                    senders.execute(() -> tell(due));
                }
            }
            rounds.endedWell();
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.warnf(e, "finding receivers failed and is tried again");
        }
    }

    private void forgetOld() {
        try {
            for (var organization : dueReceivers.organizations()) {
                acting.forOrganization(organization, "notifications", () -> QuarkusTransaction.requiringNew()
                        .run(() -> tellReceiver.forgetOld(settings.keptFor())));
            }
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.warnf(e, "forgetting old notifications failed and is tried again");
        }
    }

    private void tell(Due due) {
        try {
            for (int told = 0; told < IN_A_ROW; told++) {
                if (clockwork.isShutdown() || !tellOne(due)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            rounds.failed();
            LOG.warnf(e, "telling receiver %s failed and is tried again", due.receiverId());
        } finally {
            beingTold.remove(due.receiverId());
        }
    }

    private boolean tellOne(Due due) {
        var taken = new AtomicReference<TellReceiver.Message>();
        acting.forOrganization(due.organization(), "notifications", () -> QuarkusTransaction.requiringNew()
                .run(() -> tellReceiver.next(due.receiverId()).ifPresent(taken::set)));
        var message = taken.get();
        if (message == null) {
            return false;
        }
        Runnable outcome;
        var took = false;
        try {
            var status = send.send(due.organization(), message);
            took = status >= 200 && status < 300;
            if (took) {
                outcome = () -> tellReceiver.took(message);
            } else if (status == 410) {
                outcome = () -> tellReceiver.gone(message);
            } else {
                outcome = () -> tellReceiver.failed(message, "answered " + status);
            }
        } catch (NotSentException e) {
            outcome = () -> tellReceiver.failed(message, String.valueOf(e.getMessage()));
        }
        var noted = outcome;
        acting.forOrganization(due.organization(), "notifications", () -> QuarkusTransaction.requiringNew()
                .run(noted));
        return took;
    }
}
