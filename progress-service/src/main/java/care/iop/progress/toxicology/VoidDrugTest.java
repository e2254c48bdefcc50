package care.iop.progress.toxicology;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.episode.PatientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back a drug test that was entered in error: it is kept and counts nowhere any more. */
@ApplicationScoped
class VoidDrugTest {

    private final DrugTests tests;
    private final PatientAccess access;
    private final AccessAudit audit;
    private final Caller caller;
    private final Clock clock;

    VoidDrugTest(DrugTests tests, PatientAccess access, AccessAudit audit, Caller caller, Clock clock) {
        this.tests = tests;
        this.access = access;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Voids it when {@code ifMatch} names its present version: 428 when absent, 412 when stale, 409 when it is void already. */
    @Transactional
    DrugTest makeVoid(UUID named, UUID testId, VoidReason reason, @Nullable String ifMatch) {
        var patientId = access.require(named);
        var test = tests.find(patientId, testId).orElseThrow(() -> ProblemException.notFound("drug test"));
        IfMatch.require(ifMatch, test.version());
        test.makeVoid(reason, caller.subject(), clock.instant());
        tests.flush();
        audit.wrote("DrugTest", test.id(), patientId);
        return test;
    }
}
