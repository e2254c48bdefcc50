package care.iop.scheduling.enrollment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.WeeklyPrescription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Enrolls invented clients in a program that is being tried out. */
@ApplicationScoped
public class EnrollForTrial {

    private static final String LEVEL = "2.1";

    private final Enrollments enrollments;
    private final NoContactPairs pairs;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    EnrollForTrial(
            Enrollments enrollments, NoContactPairs pairs, AccessAudit audit, Caller caller, Ids ids, Clock clock) {
        this.enrollments = enrollments;
        this.pairs = pairs;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Enrolls them all, with their pairs. */
    @Transactional(TxType.MANDATORY)
    public void enroll(Program program, List<TrialEnrollment> clients) {
        for (var client : clients) {
            var prescription = new WeeklyPrescription(client.sessions());
            var enrollment = new Enrollment(
                    new Admission(
                            client.id(),
                            client.patientId(),
                            program.id(),
                            LEVEL,
                            client.admittedOn(),
                            prescription.minutesPerWeek()),
                    client.patientId(),
                    0,
                    program,
                    null);
            enrollment.prescribe(prescription, Set.of());
            enrollment.comesWithin(client.available(), List.of());
            enrollment.prefer(client.preferences());
            client.preferences().noContact().forEach(enrollment::keepApartFrom);
            enrollments.persist(enrollment);
            audit.wrote("Enrollment", client.id(), client.patientId());
        }
        enrollments.flush();
        for (var client : clients) {
            client.preferences().noContact().stream()
                    .filter(other -> pairs.inForce(client.id(), other).isEmpty())
                    .forEach(other -> pairs.persistAndFlush(
                            new NoContactPair(ids.next(), client.id(), other, clock.instant(), caller.subject())));
        }
    }
}
