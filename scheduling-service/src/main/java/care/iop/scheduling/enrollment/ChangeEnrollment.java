package care.iop.scheduling.enrollment;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.program.Track;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes what is known of a client's stay, guarded by the version that was read, with its history and its access log. */
@ApplicationScoped
class ChangeEnrollment {

    private final Enrollments enrollments;
    private final NoContactPairs pairs;
    private final TrackChanges trackChanges;
    private final Clinicians clinicians;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ChangeEnrollment(
            Enrollments enrollments,
            NoContactPairs pairs,
            TrackChanges trackChanges,
            Clinicians clinicians,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.enrollments = enrollments;
        this.pairs = pairs;
        this.trackChanges = trackChanges;
        this.clinicians = clinicians;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Applies a change in one transaction. */
    @Transactional
    Enrollment change(UUID id, @Nullable String ifMatch, Consumer<Enrollment> change) {
        var enrollment = enrollments.require(id);
        IfMatch.require(ifMatch, enrollment.version());
        change.accept(enrollment);
        audit.wrote("Enrollment", id, enrollment.patientId());
        enrollments.flush();
        return enrollment;
    }

    /** Takes the client's needs and wishes. A clinician's caseload holds no more clients than its cap. */
    @Transactional
    Enrollment prefer(UUID id, @Nullable String ifMatch, Preferences request) {
        return change(id, ifMatch, enrollment -> {
            var faults = new ArrayList<FieldProblem>();
            var primary = request.primaryClinicianId();
            if (primary != null) {
                Faults.collect(
                        faults, () -> clinicians.requireNamed("/primaryClinicianId", primary, enrollment.programId()));
            }
            for (var member : request.careTeam()) {
                Faults.collect(faults, () -> clinicians.requireNamed("/careTeam", member, enrollment.programId()));
            }
            for (var other : request.noContact()) {
                Faults.collect(faults, () -> enrollments.requireNamed("/noContact", other));
            }
            Faults.refuse(faults);
            if (primary != null && !primary.equals(enrollment.preferences().primaryClinicianId())) {
                requireRoomInCaseload(primary);
            }
            var before = enrollment.preferences().track();
            enrollment.prefer(request);
            if (!Objects.equals(before, request.track())) {
                note(enrollment, before, request.track(), "Set with the preferences");
            }
            request.noContact().stream()
                    .filter(other -> pairs.inForce(id, other).isEmpty())
                    .forEach(other -> keepApart(enrollment, enrollments.require(other)));
        });
    }

    private void requireRoomInCaseload(UUID clinicianId) {
        // Whoever assigns a client waits here for others who do, so that they count each other's.
        clinicians.locked(clinicianId).ifPresent(clinician -> {
            var cap = clinician.caseloadCap();
            if (cap.isPresent() && enrollments.caseloadOf(clinicianId) >= cap.getAsInt()) {
                throw new ProblemException(
                        SchedulingProblem.CASELOAD_FULL,
                        "The clinician is primary for " + enrollments.caseloadOf(clinicianId)
                                + " clients, and the cap is " + cap.getAsInt() + ". Choose another, or raise the cap.");
            }
        });
    }

    /** Moves a client to another track, with the reason on record. */
    @Transactional
    Enrollment moveToTrack(UUID id, @Nullable String ifMatch, TrackRequest request) {
        return change(id, ifMatch, enrollment -> {
            enrollment.requireActive();
            var before = enrollment.moveToTrack(request.track());
            note(
                    enrollment,
                    before.orElse(null),
                    request.track(),
                    request.reason().strip());
        });
    }

    private void note(Enrollment enrollment, @Nullable Track from, @Nullable Track to, String reason) {
        trackChanges.persist(
                new TrackChange(ids.next(), enrollment.id(), from, to, reason, clock.instant(), caller.subject()));
    }

    /** Keeps two clients apart from now on; audited for both. */
    @Transactional
    void keepApart(UUID id, UUID otherId) {
        var enrollment = enrollments.require(id);
        var other = enrollments
                .findByIdOptional(otherId)
                .orElseThrow(() -> ProblemException.notFound("enrollment of the other client"));
        if (pairs.inForce(id, otherId).isEmpty()) {
            keepApart(enrollment, other);
        }
    }

    private void keepApart(Enrollment enrollment, Enrollment other) {
        enrollment.keepApartFrom(other.id());
        other.keepApartFrom(enrollment.id());
        pairs.persistAndFlush(
                new NoContactPair(ids.next(), enrollment.id(), other.id(), clock.instant(), caller.subject()));
        audit.wrote("NoContact", enrollment.id(), enrollment.patientId());
        audit.wrote("NoContact", other.id(), other.patientId());
    }

    /** Lets two clients meet again; the pair stays on record with the reason. */
    @Transactional
    void lift(UUID id, UUID otherId, String reason) {
        var enrollment = enrollments.require(id);
        var pair = pairs.inForce(id, otherId)
                .orElseThrow(() -> ProblemException.notFound("no-contact pair in force of these two clients"));
        var other = enrollments.require(otherId);
        pair.lift(reason, clock.instant(), caller.subject());
        enrollment.mayMeet(otherId);
        other.mayMeet(id);
        audit.wrote("NoContact", id, enrollment.patientId());
        audit.wrote("NoContact", otherId, other.patientId());
    }
}
