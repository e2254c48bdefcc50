package care.iop.progress.rebuild;

import care.iop.chassis.caller.Acting;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import care.iop.chassis.inbox.TopicHistory;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Makes an organization's copies and sums anew, beside everything else: first what the topics say is put aside, then copies that
 * differ from it are mended, then sums that differ from what they are the sum of. Each step is a short transaction.
 */
@ApplicationScoped
class RunRebuild {

    private static final Logger LOG = Logger.getLogger(RunRebuild.class);

    private final RollupRebuilds rebuilds;
    private final List<CopiedFacts> copies;
    private final MendSums mendSums;
    private final TopicHistory history;
    private final Acting acting;
    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "rollup-rebuild"));

    RunRebuild(
            RollupRebuilds rebuilds,
            @All List<CopiedFacts> copies,
            MendSums mendSums,
            TopicHistory history,
            Acting acting,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.copies = List.copyOf(copies);
        this.mendSums = mendSums;
        this.history = history;
        this.acting = acting;
        this.clock = clock;
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) RebuildRequested requested) {
        worker.execute(() -> acting.forOrganization(
                requested.organization(),
                requested.requestedBy(),
                () -> run(requested.organization(), requested.rebuildId())));
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdownNow();
    }

    private void run(String organization, UUID rebuildId) {
        var counts = new RebuildCounts();
        try {
            putAside(organization, rebuildId, counts);
            for (var copy : copies) {
                mend(copy, rebuildId, counts);
            }
            mendSums.mend(counts, () -> note(rebuildId, counts));
            end(rebuildId, counts, RollupRebuild.Status.DONE);
        } catch (RuntimeException e) {
            LOG.error("rebuild " + rebuildId + " failed; what it mended stays mended", e);
            end(rebuildId, counts, RollupRebuild.Status.FAILED);
        }
    }

    private void putAside(String organization, UUID rebuildId, RebuildCounts counts) {
        var topics = new HashSet<String>();
        copies.forEach(copy -> topics.addAll(copy.topics()));
        QuarkusTransaction.requiringNew().run(() -> copies.forEach(CopiedFacts::forget));
        var read = history.read(topics, organization, events -> QuarkusTransaction.requiringNew()
                .run(() -> putAside(events, counts)));
        counts.read(read.events(), read.unreadable());
        note(rebuildId, counts);
    }

    private void putAside(List<IncomingEvent> events, RebuildCounts counts) {
        for (var event : events) {
            for (var copy : copies) {
                if (copy.topics().contains(event.topic())) {
                    try {
                        copy.putAside(event);
                    } catch (PoisonEventException e) {
                        // It is in the dead letters, too: what it wanted to say is not in the copy.
                        counts.read(0, 1);
                    }
                }
            }
        }
    }

    private void mend(CopiedFacts copy, UUID rebuildId, RebuildCounts counts) {
        int mended;
        do {
            mended = QuarkusTransaction.requiringNew().call(copy::mendSome);
            counts.mended(copy.kind(), mended);
            note(rebuildId, counts);
        } while (mended > 0);
    }

    private void note(UUID rebuildId, RebuildCounts counts) {
        QuarkusTransaction.requiringNew().run(() -> rebuilds.findById(rebuildId).progressed(counts, clock.instant()));
    }

    private void end(UUID rebuildId, RebuildCounts counts, RollupRebuild.Status how) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                copies.forEach(CopiedFacts::forget);
                var rebuild = rebuilds.findById(rebuildId);
                rebuild.progressed(counts, clock.instant());
                rebuild.finish(how, clock.instant());
            });
        } catch (RuntimeException e) {
            LOG.error("the end of rebuild " + rebuildId + " can't be noted; it counts as failed after a while", e);
        }
    }
}
