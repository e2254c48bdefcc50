package care.iop.progress.homework;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes that homework was done, or takes it back. */
@ApplicationScoped
class EndHomework {

    /** How far a device's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Homeworks homeworks;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Clock clock;

    EndHomework(Homeworks homeworks, PatientAccess access, AccessAudit audit, Caller caller, Clock clock) {
        this.homeworks = homeworks;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The person has done it. Saying so again changes nothing, so a device may send it as often as it likes. Refused with 409
     * when it was withdrawn, and with 422 for a time ahead or before it was assigned.
     */
    @Transactional
    Homework finish(UUID named, UUID homeworkId, @Nullable Instant doneAt) {
        var homework = require(access.requireSelf(named), homeworkId);
        var now = clock.instant();
        var when = Objects.requireNonNullElse(doneAt, now).truncatedTo(ChronoUnit.MICROS);
        if (when.isAfter(now.plus(CLOCK_SKEW))) {
            throw ProblemException.invalid("/doneAt", "must not be in the future");
        }
        if (when.isBefore(homework.assignedAt().minus(CLOCK_SKEW))) {
            throw ProblemException.invalid("/doneAt", "must not be before it was assigned");
        }
        homework.finish(when);
        return keep(homework);
    }

    /** Takes it back when {@code ifMatch} names its present version: 428 when absent, 412 when stale, 409 when it is done. */
    @Transactional
    Homework withdraw(UUID named, UUID homeworkId, @Nullable String ifMatch) {
        var homework = require(access.require(named), homeworkId);
        IfMatch.require(ifMatch, homework.version());
        homework.withdraw(caller.subject(), clock.instant());
        return keep(homework);
    }

    private Homework require(UUID patientId, UUID homeworkId) {
        return homeworks.find(patientId, homeworkId).orElseThrow(() -> ProblemException.notFound("homework"));
    }

    private Homework keep(Homework homework) {
        homeworks.flush();
        audit.wrote("Homework", homework.id(), homework.patientId());
        return homework;
    }
}
