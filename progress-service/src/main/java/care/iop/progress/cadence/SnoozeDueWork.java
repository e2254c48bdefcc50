package care.iop.progress.cadence;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Puts off a measurement that is due. */
@ApplicationScoped
class SnoozeDueWork {

    private final FindDueWork findDueWork;
    private final DueWorkQuery query;
    private final Snoozes snoozes;
    private final CadencePolicy policy;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    SnoozeDueWork(
            FindDueWork findDueWork,
            DueWorkQuery query,
            Snoozes snoozes,
            CadencePolicy policy,
            PatientAccess access,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.findDueWork = findDueWork;
        this.query = query;
        this.snoozes = snoozes;
        this.policy = policy;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts it off until a day: up to a week for oneself, two for clinicians [own policy]. Refused with 404 when it is not due,
     * and with 422 for a check-in, which presses nobody, and for other days.
     */
    @Transactional
    DueItem snooze(UUID named, String item, SnoozeRequest request) {
        var patientId = access.require(named);
        var due = query.last(patientId).stream()
                .flatMap(episode -> findDueWork.of(List.of(episode)).stream())
                .flatMap(found -> found.items().stream())
                .filter(found -> found.item().equals(item))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("measurement that is due"));
        if (due.kind() == DueKind.CHECK_IN) {
            throw ProblemException.invalid("/item", "must be a measurement; a check-in is never overdue");
        }
        var today = findDueWork.today();
        int most = access.isSelf(patientId) ? policy.ownSnoozeDays() : policy.snoozeDays();
        if (!request.untilOn().isAfter(today) || request.untilOn().isAfter(today.plusDays(most))) {
            throw ProblemException.invalid(
                    "/untilOn", "must be from " + today.plusDays(1) + " to " + today.plusDays(most));
        }
        var snooze = new Snooze(
                ids.next(), patientId, item, request.untilOn(), request.reason(), caller.subject(), clock.instant());
        snoozes.persist(snooze);
        audit.wrote("Snooze", snooze.id(), patientId);
        return due.on(today, snooze);
    }
}
