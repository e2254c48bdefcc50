package care.iop.intake.waitlist;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.referral.MoveReferral;
import care.iop.intake.referral.Referral;
import care.iop.intake.referral.ReferralStatus;
import care.iop.intake.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The line of those for whom there is no place yet. It is short enough to be ordered as a whole at each look. */
@ApplicationScoped
class Waitlist {

    private final EntityManager entities;
    private final Referrals referrals;
    private final MoveReferral moveReferral;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final Duration interimServicesWithin;

    Waitlist(
            EntityManager entities,
            Referrals referrals,
            MoveReferral moveReferral,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "iop.waitlist.interim-services-within") Duration interimServicesWithin) {
        this.entities = entities;
        this.referrals = referrals;
        this.moveReferral = moveReferral;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.interimServicesWithin = interimServicesWithin;
    }

    /** Puts a placed person in the line if the caller has seen the present version of the referral. */
    @Transactional
    Referral join(UUID referralId, @Nullable String ifMatch, WaitlistRequest request) {
        var referral = moveReferral.waitlist(referralId, ifMatch);
        entities.persist(new WaitlistEntry(referral, request, clock.instant()));
        audit.wrote("WaitlistEntry", referralId, referral.patientId());
        return referral;
    }

    /** Records what a waiting person was given. */
    @Transactional
    InterimService give(UUID referralId, GivenInterimService given) {
        var referral = referrals.require(referralId);
        var entry = entities.find(WaitlistEntry.class, referralId);
        if (entry == null) {
            throw ProblemException.notFound("person on the waitlist");
        }
        var received = referral.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        // A day of leeway, since the person's own day can be ahead of or behind the one in UTC.
        if (given.givenOn().isBefore(received.minusDays(1))
                || given.givenOn().isAfter(LocalDate.now(clock).plusDays(1))) {
            throw ProblemException.invalid("/givenOn", "must lie between the arrival of the referral and today");
        }
        var service = new InterimService(ids.next(), entry, given, caller.subject(), clock.instant());
        entities.persist(service);
        audit.wrote("InterimService", referralId, entry.patientId());
        return service;
    }

    /** Everybody who waits, in order. */
    @Transactional
    WaitlistView inOrder() {
        var entries = entities.createQuery(
                        "select e from WaitlistEntry e where exists"
                                + " (select 1 from Referral r where r.id = e.referralId and r.status = :waitlisted)",
                        WaitlistEntry.class)
                .setParameter("waitlisted", ReferralStatus.WAITLISTED)
                .getResultStream()
                .collect(Collectors.toMap(WaitlistEntry::referralId, entry -> entry));
        var services = entities.createQuery(
                        "select s from InterimService s where s.referralId in :referrals order by s.id",
                        InterimService.class)
                .setParameter("referrals", entries.keySet())
                .getResultStream()
                .collect(Collectors.groupingBy(InterimService::referralId));
        var places = referrals.stream("status", ReferralStatus.WAITLISTED)
                .filter(referral -> entries.containsKey(referral.id()))
                .map(referral -> new Place(
                        referral.id(),
                        Objects.requireNonNull(entries.get(referral.id())).group(),
                        referral.urgency(),
                        referral.receivedAt()))
                .sorted(Place.ORDER)
                .toList();
        var items = new ArrayList<WaitlistView.Waiting>();
        for (var place : places) {
            var entry = Objects.requireNonNull(entries.get(place.referralId()));
            items.add(waiting(
                    entry,
                    place,
                    places.subList(0, items.size()),
                    services.getOrDefault(place.referralId(), List.of())));
        }
        audit.readAll(
                "WaitlistEntry",
                items.stream().map(WaitlistView.Waiting::patientId).toList());
        return new WaitlistView(WaitlistView.ORDER, items);
    }

    private WaitlistView.Waiting waiting(
            WaitlistEntry entry, Place place, List<Place> ahead, List<InterimService> services) {
        var due = place.group().isOwedInterimServices() ? entry.listedAt().plus(interimServicesWithin) : null;
        return new WaitlistView.Waiting(
                ahead.size() + 1,
                place.explain(ahead),
                entry.referralId(),
                entry.patientId(),
                place.group(),
                place.urgency(),
                place.waitingSince(),
                entry.listedAt(),
                due,
                due != null && services.isEmpty() && clock.instant().isAfter(due),
                services.stream().map(InterimService::view).toList());
    }
}
