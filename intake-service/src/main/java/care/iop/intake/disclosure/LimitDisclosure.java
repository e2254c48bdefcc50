package care.iop.intake.disclosure;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patients;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what narrows or widens a consent beside its own words: agreed restrictions, and who treats the person. */
@ApplicationScoped
class LimitDisclosure {

    private static final String TOPIC = "intake.consent.v1";

    private final AgreedRestrictions restrictions;
    private final TreatingRelationships relationships;
    private final Recipients recipients;
    private final Patients patients;
    private final Caller caller;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    LimitDisclosure(
            AgreedRestrictions restrictions,
            TreatingRelationships relationships,
            Recipients recipients,
            Patients patients,
            Caller caller,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.restrictions = restrictions;
        this.relationships = relationships;
        this.recipients = recipients;
        this.patients = patients;
        this.caller = caller;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    AgreedRestriction agree(UUID patientId, RestrictionRequest request) {
        patients.requireCurrent(patientId);
        if (request.recipientId() != null) {
            requireNameable(patientId, request.recipientId());
        }
        var restriction = new AgreedRestriction(ids.next(), patientId, request, clock.instant(), caller.subject());
        restrictions.persist(restriction);
        return tell(restriction);
    }

    @Transactional
    AgreedRestriction endRestriction(UUID patientId, UUID id, @Nullable String ifMatch) {
        var restriction = restrictions.require(patientId, id);
        IfMatch.require(ifMatch, restriction.version());
        restriction.end(clock.instant());
        return tell(restriction);
    }

    /** Notes that a recipient treats the person; noting it again changes nothing. */
    @Transactional
    TreatingRelationship note(UUID patientId, TreatingRelationshipRequest request) {
        patients.requireCurrent(patientId);
        requireNameable(patientId, request.recipientId());
        var present = relationships.present(patientId, request.recipientId());
        if (present.isPresent()) {
            return present.get();
        }
        var relationship = new TreatingRelationship(
                ids.next(), patientId, request.recipientId(), clock.instant(), caller.subject());
        relationships.persist(relationship);
        return tell(relationship);
    }

    @Transactional
    TreatingRelationship endRelationship(UUID patientId, UUID id, @Nullable String ifMatch) {
        var relationship = relationships.require(patientId, id);
        IfMatch.require(ifMatch, relationship.version());
        relationship.end(clock.instant());
        return tell(relationship);
    }

    @Transactional
    List<AgreedRestriction> restrictionsOf(UUID patientId) {
        requirePatient(patientId);
        audit.read("Restriction", patientId, patientId);
        return restrictions.of(patientId);
    }

    @Transactional
    List<TreatingRelationship> relationshipsOf(UUID patientId) {
        requirePatient(patientId);
        audit.read("TreatingRelationship", patientId, patientId);
        return relationships.of(patientId);
    }

    private AgreedRestriction tell(AgreedRestriction restriction) {
        restrictions.flush();
        audit.wrote("Restriction", restriction.id(), restriction.patientId());
        outbox.add(new OutgoingEvent(
                TOPIC,
                RestrictionChanged.TYPE,
                restriction.id(),
                restriction.version(),
                restriction.changed(clock.instant())));
        return restriction;
    }

    private TreatingRelationship tell(TreatingRelationship relationship) {
        relationships.flush();
        audit.wrote("TreatingRelationship", relationship.id(), relationship.patientId());
        outbox.add(new OutgoingEvent(
                TOPIC,
                TreatingRelationshipChanged.TYPE,
                relationship.id(),
                relationship.version(),
                relationship.changed(clock.instant())));
        return relationship;
    }

    private void requireNameable(UUID patientId, UUID recipientId) {
        if (recipients.nameable(patientId, Set.of(recipientId)).isEmpty()) {
            throw ProblemException.invalid("/recipientId", "is no registered recipient; register it first");
        }
    }

    private void requirePatient(UUID patientId) {
        if (patients.findByIdOptional(patientId).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
    }
}
