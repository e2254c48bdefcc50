package care.iop.progress.patient;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.inbox.EventListener;
import care.iop.chassis.inbox.IncomingEvent;
import care.iop.chassis.inbox.PoisonEventException;
import care.iop.progress.rollup.PersonRollups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Hears from intake that two patients are one person, or are two again, and keeps their data accordingly. */
@ApplicationScoped
class MergeEvents implements EventListener {

    private final PatientRows rows;
    private final PersonRollups rollups;
    private final AccessAudit audit;

    MergeEvents(PatientRows rows, PersonRollups rollups, AccessAudit audit) {
        this.rows = rows;
        this.rollups = rollups;
        this.audit = audit;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intake.patient.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        switch (event.type()) {
            case "care.iop.intake.patient-merged.v1" -> follow(event, false);
            case "care.iop.intake.patient-merge-undone.v1" -> follow(event, true);
            default -> {
                // Other facts of a patient change nothing here.
            }
        }
    }

    private void follow(IncomingEvent event, boolean undone) {
        var merge = event.data(PatientMerged.class);
        if (!merge.mergeId().equals(event.subject())) {
            throw new PoisonEventException("the subject is not the merge");
        }
        rows.waitForWriters(merge);
        if (!rows.note(merge, event.version(), undone)) {
            return;
        }
        rollups.whileChanging(List.of(merge.mergedId(), merge.survivorId()), null, () -> {
            if (undone) {
                rows.giveBack(merge);
            } else {
                rows.move(merge);
            }
        });
        rows.recount(merge.mergedId());
        rows.recount(merge.survivorId());
        audit.wrote("PatientMerge", merge.mergeId(), merge.survivorId());
        audit.wrote("PatientMerge", merge.mergeId(), merge.mergedId());
    }
}
