package care.iop.progress.homework;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.alert.AlertClockPolicy;
import care.iop.progress.episode.Episodes;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Gives a person homework. */
@ApplicationScoped
class AssignHomework {

    private final Homeworks homeworks;
    private final Episodes episodes;
    private final PatientAccess access;
    private final AlertClockPolicy clocks;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    AssignHomework(
            Homeworks homeworks,
            Episodes episodes,
            PatientAccess access,
            AlertClockPolicy clocks,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.homeworks = homeworks;
        this.episodes = episodes;
        this.access = access;
        this.clocks = clocks;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Assigns it. Refused with 422 for a day before the program's today. */
    @Transactional
    Homework assign(UUID named, AssignHomeworkRequest request) {
        var patientId = access.require(named);
        request.task().check();
        if (request.dueOn().isBefore(LocalDate.now(clock.withZone(clocks.zone())))) {
            throw ProblemException.invalid("/dueOn", "must be today or later");
        }
        var homework = new Homework(
                ids.next(),
                patientId,
                episodes.lastAdmissionOf(patientId).orElse(null),
                request,
                caller.subject(),
                clock.instant());
        homeworks.persist(homework);
        audit.wrote("Homework", homework.id(), patientId);
        return homework;
    }
}
