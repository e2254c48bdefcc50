package care.iop.intake.duplicate;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets one record stand for another, with everything that is attached, and takes that back. A person decides both. */
@ApplicationScoped
class MergePatients {

    /** As many as one patient may have. */
    private static final int MOST_IDENTIFIERS = 20;

    private final Patients patients;
    private final PatientMerges merges;
    private final PatientRows rows;
    private final ToCompare toCompare;
    private final Outbox outbox;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    MergePatients(
            Patients patients,
            PatientMerges merges,
            PatientRows rows,
            ToCompare toCompare,
            Outbox outbox,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.patients = patients;
        this.merges = merges;
        this.rows = rows;
        this.toCompare = toCompare;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Moves everything of the one patient to the survivor and tells of it. The access log is not touched.
     *
     * @throws ProblemException PATIENT_MERGED when one of the two was merged before; STALE_VERSION when one was changed since the
     *     caller read it; MERGE_NOT_SAFE when both have an open stay, or another thing that one person can have once only
     */
    @Transactional
    PatientMerge merge(MergeRequest request) {
        if (request.survivorId().equals(request.mergedId())) {
            throw ProblemException.invalid("/mergedId", "must be another patient than the survivor");
        }
        rows.lock(request.survivorId(), request.mergedId());
        var survivor = known("/survivorId", request.survivorId());
        var merged = known("/mergedId", request.mergedId());
        IfMatch.require(ETags.of(request.survivorVersion()), survivor.version());
        IfMatch.require(ETags.of(request.mergedVersion()), merged.version());
        requireSafe(survivor, merged);

        var now = clock.instant();
        var merge = new PatientMerge(ids.next(), request, caller.subject(), now);
        survivor.exchangeRecords(now);
        merges.persistAndFlush(merge);
        rows.move(merge.id(), merged.id(), survivor.id());
        merged.mergeInto(survivor.id(), now);
        patients.flush();
        toCompare.add(List.of(survivor.id()));
        outbox.add(new OutgoingEvent(
                PatientMerged.TOPIC,
                PatientMerged.TYPE,
                merge.id(),
                merge.version(),
                merge.merged(rows.movedAdmissions(merge.id()))));
        noteBoth(merge);
        return merge;
    }

    private Patient known(String pointer, UUID id) {
        return patients.current(patients.findByIdOptional(id)
                .orElseThrow(() -> ProblemException.invalid(pointer, "there is no such patient")));
    }

    private void requireSafe(Patient survivor, Patient merged) {
        if (rows.bothHaveOpenStay(survivor.id(), merged.id())) {
            throw new ProblemException(
                    IntakeProblem.MERGE_NOT_SAFE,
                    "Both patients have an admission that has not ended, and one person has one at a time. Discharge one of them first.");
        }
        if (survivor.identifierCount() + merged.identifierCount() > MOST_IDENTIFIERS) {
            throw new ProblemException(
                    IntakeProblem.MERGE_NOT_SAFE,
                    "Together they have more than " + MOST_IDENTIFIERS
                            + " identifiers. Remove those that are not needed first.");
        }
    }

    /**
     * Gives exactly the moved rows back and tells of it. What was added for the survivor since stays with the survivor.
     *
     * @throws ProblemException MERGE_UNDO_NOT_SAFE when it was undone already, when the survivor was merged into another since,
     *     or with each record that stands against it
     */
    @Transactional
    PatientMerge undo(UUID id, @Nullable String ifMatch, DecisionRequest decision) {
        var merge = merges.require(id);
        rows.lock(merge.survivorId(), merge.mergedId());
        patients.getEntityManager().refresh(merge);
        IfMatch.require(ifMatch, merge.version());
        var now = clock.instant();
        merge.undo(decision.reason(), caller.subject(), now);
        var survivor = patients.require(merge.survivorId());
        var merged = patients.require(merge.mergedId());
        if (survivor.mergedInto().isPresent()) {
            throw new ProblemException(
                    IntakeProblem.MERGE_UNDO_NOT_SAFE,
                    "The survivor itself was merged into another patient since. Undo that merge first.");
        }
        merged.standAlone(now);
        survivor.exchangeRecords(now);
        patients.flush();
        rows.moveBack(merge.id(), survivor.id(), merged.id());
        toCompare.add(List.of(survivor.id(), merged.id()));
        outbox.add(new OutgoingEvent(
                PatientMerged.TOPIC,
                PatientMergeUndone.TYPE,
                merge.id(),
                merge.version(),
                merge.undone(rows.movedAdmissions(merge.id()), now)));
        noteBoth(merge);
        return merge;
    }

    private void noteBoth(PatientMerge merge) {
        audit.wrote("PatientMerge", merge.id(), merge.survivorId());
        audit.wrote("PatientMerge", merge.id(), merge.mergedId());
    }
}
