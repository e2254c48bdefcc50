package care.iop.intake.authorization;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.intake.admission.Stay;
import care.iop.intake.admission.Stays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what is used of authorizations, foresees how long they last, and tells what changed by it. */
@ApplicationScoped
class ForecastAuthorizations {

    private final Authorizations authorizations;
    private final BookedSessions sessions;
    private final Stays stays;
    private final AuthorizationPolicy policy;
    private final Outbox outbox;
    private final AccessAudit audit;

    ForecastAuthorizations(
            Authorizations authorizations,
            BookedSessions sessions,
            Stays stays,
            AuthorizationPolicy policy,
            Outbox outbox,
            AccessAudit audit) {
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.stays = stays;
        this.policy = policy;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Brings everything in force during these stays up to date. */
    @Transactional(TxType.MANDATORY)
    void of(Collection<UUID> admissionIds) {
        admissionIds.stream().sorted().forEach(admissionId -> {
            var inForce = authorizations.inForceDuring(admissionId);
            if (!inForce.isEmpty()) {
                var stay = stays.find(admissionId).orElse(null);
                inForce.forEach(one -> foresee(one, stay, inForce));
            }
        });
    }

    /** Brings one up to date that was changed in the caller's transaction, and those beside it. */
    @Transactional(TxType.MANDATORY)
    void after(Authorization changed) {
        authorizations.flush();
        if (changed.admissionId().isPresent()) {
            of(List.of(changed.admissionId().get()));
        } else if (changed.isInForce()) {
            foresee(changed, null, authorizations.inForceOf(changed.patientId()));
        }
        changed.ended().ifPresent(told -> tell(changed, told));
    }

    /** How one stands today. */
    @Transactional(TxType.MANDATORY)
    BurnDown burnDown(Authorization authorization) {
        var stay = authorization.admissionId().flatMap(stays::find).orElse(null);
        return burnDown(authorization, stay, authorizations.inForceOf(authorization.patientId()));
    }

    private void foresee(Authorization authorization, @Nullable Stay stay, List<Authorization> others) {
        var events = authorization.foresee(burnDown(authorization, stay, others));
        events.forEach(told -> tell(authorization, told));
        if (!events.isEmpty()) {
            audit.wrote("Authorization", authorization.id(), authorization.patientId());
        }
    }

    private void tell(Authorization authorization, Authorization.Told told) {
        outbox.add(new OutgoingEvent(
                AuthorizationState.TOPIC, told.type(), authorization.id(), told.version(), told.data()));
    }

    private BurnDown burnDown(Authorization authorization, @Nullable Stay stay, List<Authorization> others) {
        var terms = authorization.terms();
        var monday = terms.validFrom().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return BurnDown.of(
                new BurnDown.Question(
                        terms.services(),
                        terms.validFrom(),
                        terms.validTo(),
                        authorization.closedOn().orElse(terms.plannedEndOn()),
                        terms.concurrentReviewDueOn(),
                        coveredFrom(authorization, others),
                        stay,
                        stay == null ? List.of() : sessions.of(stay.admissionId(), monday),
                        policy.today()),
                policy.forecast());
    }

    /** The first day of the next one that counts the same services for the same payer, if one follows. */
    private static @Nullable LocalDate coveredFrom(Authorization authorization, List<Authorization> others) {
        return others.stream()
                .filter(other -> authorization.isInForce()
                        && other.isOfSamePayer(authorization)
                        && other.sharesServiceWith(authorization)
                        && other.terms()
                                .validFrom()
                                .isAfter(authorization.terms().validFrom()))
                .map(other -> other.terms().validFrom())
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
