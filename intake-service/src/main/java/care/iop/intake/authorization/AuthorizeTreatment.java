package care.iop.intake.authorization;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.admission.Stays;
import care.iop.intake.authorization.AuthorizationStep.Kind;
import care.iop.intake.authorization.AuthorizationStep.Recorded;
import care.iop.intake.authorization.AuthorizationStep.Said;
import care.iop.intake.estimate.PlausibleDay;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what payers were asked to allow, and what they said. */
@ApplicationScoped
class AuthorizeTreatment {

    private static final int MOST_UNITS = 9999;
    private static final int MOST_YEARS = 2;

    private final Authorizations authorizations;
    private final ForecastAuthorizations forecast;
    private final AuthorizationPolicy policy;
    private final Patients patients;
    private final Stays stays;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    AuthorizeTreatment(
            Authorizations authorizations,
            ForecastAuthorizations forecast,
            AuthorizationPolicy policy,
            Patients patients,
            Stays stays,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.authorizations = authorizations;
        this.forecast = forecast;
        this.policy = policy;
        this.patients = patients;
        this.stays = stays;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps what a payer was asked. */
    @Transactional
    Authorization request(UUID patientId, AuthorizationRequest request) {
        patients.requireCurrent(patientId);
        var faults = new ArrayList<FieldProblem>();
        checkNotAhead(faults, "/requestedOn", request.requestedOn());
        var asked = new Authorization.Terms(
                asked(faults, request.services()),
                request.validFrom(),
                request.validTo(),
                request.plannedEndOn(),
                null);
        checkDays(faults, asked);
        if (request.insurancePolicyId() != null && !authorizations.isPolicyOf(patientId, request.insurancePolicyId())) {
            faults.add(new FieldProblem("/insurancePolicyId", "must be a policy of this patient"));
        }
        var admissionId = admission(faults, patientId, request);
        refuseIfAny(faults);
        var authorization = new Authorization(
                ids.next(),
                patientId,
                admissionId,
                new Authorization.OfPayer(
                        request.payer().name(), request.payer().electronicId(), request.insurancePolicyId()),
                request.requestedOn(),
                asked,
                policy.version(),
                recorded());
        authorizations.persistAndFlush(authorization);
        audit.wrote("Authorization", authorization.id(), patientId);
        return authorization;
    }

    private @Nullable UUID admission(List<FieldProblem> faults, UUID patientId, AuthorizationRequest request) {
        if (request.admissionId() == null) {
            return stays.openOf(patientId)
                    .filter(stay -> !stay.admittedOn().isAfter(request.validTo()))
                    .map(stay -> stay.admissionId())
                    .orElse(null);
        }
        var ofPatient = stays.find(request.admissionId())
                .filter(stay -> stay.patientId().equals(patientId))
                .isPresent();
        if (!ofPatient) {
            faults.add(new FieldProblem("/admissionId", "must be an admission of this patient"));
        }
        return request.admissionId();
    }

    /** Keeps what the payer decided on the request. */
    @Transactional
    Authorization decide(UUID patientId, UUID id, @Nullable String ifMatch, AuthorizationDecisionRequest decision) {
        var authorization = locked(patientId, id, ifMatch);
        var faults = new ArrayList<FieldProblem>();
        checkDecidedOn(faults, authorization, decision.decidedOn());
        var denied = decision.outcome() == AuthorizationDecisionRequest.Outcome.DENIED;
        checkReason(faults, denied, decision.reason());
        if (denied) {
            refuseIfAny(faults);
            var reason = decision.reason() == null ? DenialReason.OTHER : decision.reason();
            authorization.deny(
                    reason,
                    new Said(Kind.DENIED, decision.decidedOn(), reason.name(), decision.reference(), decision.note()),
                    recorded());
            return kept(authorization);
        }
        var partly = decision.outcome() == AuthorizationDecisionRequest.Outcome.PARTIALLY_APPROVED;
        var asked = authorization.terms();
        var allowed = new Authorization.Terms(
                approved(faults, asked.services(), decision.services()),
                decision.validFrom() == null ? asked.validFrom() : decision.validFrom(),
                decision.validTo() == null ? asked.validTo() : decision.validTo(),
                asked.plannedEndOn(),
                decision.concurrentReviewDueOn());
        checkDays(faults, allowed);
        if (decision.number() == null) {
            faults.add(new FieldProblem("/number", "is needed: the payer's number of the authorization"));
        }
        var less = allowed.services().stream().anyMatch(service -> service.units() < service.requestedUnits())
                || allowed.validFrom().isAfter(asked.validFrom())
                || allowed.validTo().isBefore(asked.validTo());
        if (less != partly) {
            faults.add(new FieldProblem(
                    "/outcome",
                    less
                            ? "must be PARTIALLY_APPROVED: fewer units or days are allowed than were asked for"
                            : "must be APPROVED: no fewer units and days are allowed than were asked for"));
        }
        refuseIfAny(faults);
        authorization.approve(
                partly,
                String.valueOf(decision.number()),
                allowed,
                new Said(
                        partly ? Kind.PARTIALLY_APPROVED : Kind.APPROVED,
                        decision.decidedOn(),
                        null,
                        decision.reference(),
                        decision.note()),
                recorded());
        return kept(authorization);
    }

    /** Keeps what came of a concurrent review. */
    @Transactional
    Authorization extend(UUID patientId, UUID id, @Nullable String ifMatch, AuthorizationExtensionRequest review) {
        var authorization = locked(patientId, id, ifMatch);
        var before = authorization.terms();
        var faults = new ArrayList<FieldProblem>();
        checkDecidedOn(faults, authorization, review.decidedOn());
        var denied = review.outcome() == AuthorizationExtensionRequest.Outcome.DENIED;
        checkReason(faults, denied, review.reason());
        var added = review.addedUnits() == null ? List.<ServiceUnits>of() : review.addedUnits();
        var after = new Authorization.Terms(
                added(faults, before.services(), added),
                before.validFrom(),
                review.validTo() == null ? before.validTo() : review.validTo(),
                review.plannedEndOn() == null ? before.plannedEndOn() : review.plannedEndOn(),
                review.concurrentReviewDueOn());
        checkDays(faults, after);
        if (after.validTo().isBefore(before.validTo())) {
            faults.add(new FieldProblem(
                    "/validTo", "must not be before " + before.validTo() + "; revise it to shorten it"));
        }
        var more = added.stream().anyMatch(service -> service.units() > 0)
                || after.validTo().isAfter(before.validTo());
        if (more == denied) {
            faults.add(new FieldProblem(
                    "/outcome",
                    denied
                            ? "must be APPROVED when units or days are added"
                            : "must be DENIED when neither units nor days are added"));
        }
        refuseIfAny(faults);
        var said = new Said(
                denied ? Kind.EXTENSION_DENIED : Kind.EXTENDED,
                review.decidedOn(),
                review.reason() == null ? null : review.reason().name(),
                review.reference(),
                review.note());
        if (denied) {
            authorization.denyExtension(after, said, recorded());
        } else {
            authorization.extend(review.number(), after, said, recorded());
        }
        return kept(authorization);
    }

    /** Keeps what the record should have said. */
    @Transactional
    Authorization revise(UUID patientId, UUID id, @Nullable String ifMatch, AuthorizationRevisionRequest revision) {
        var authorization = locked(patientId, id, ifMatch);
        var before = authorization.terms();
        var faults = new ArrayList<FieldProblem>();
        var after = new Authorization.Terms(
                authorization.status() == AuthorizationStatus.REQUESTED
                        ? asked(faults, revision.services())
                        : approved(faults, before.services(), revision.services()),
                revision.validFrom(),
                revision.validTo(),
                revision.plannedEndOn(),
                revision.concurrentReviewDueOn());
        checkDays(faults, after);
        refuseIfAny(faults);
        authorization.revise(
                revision.number(),
                after,
                new Said(Kind.REVISED, policy.today(), null, null, revision.note()),
                recorded());
        return kept(authorization);
    }

    /** Keeps that the program does not rely on it any more. */
    @Transactional
    Authorization close(UUID patientId, UUID id, @Nullable String ifMatch, AuthorizationClosureRequest closure) {
        var authorization = locked(patientId, id, ifMatch);
        var faults = new ArrayList<FieldProblem>();
        checkNotAhead(faults, "/closedOn", closure.closedOn());
        if (closure.closedOn().isBefore(authorization.requestedOn())) {
            faults.add(new FieldProblem("/closedOn", "must not be before it was requested"));
        }
        refuseIfAny(faults);
        authorization.close(
                closure.closedOn(),
                closure.reason(),
                new Said(Kind.CLOSED, closure.closedOn(), closure.reason().name(), null, closure.note()),
                recorded());
        return kept(authorization);
    }

    /** The patient before the authorization: two who write authorizations of one person see each other's. */
    private Authorization locked(UUID patientId, UUID id, @Nullable String ifMatch) {
        if (patients.findByIdOptional(patientId, LockModeType.PESSIMISTIC_WRITE).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
        authorizations.lockAllOf(patientId);
        var authorization = authorizations.requireLocked(patientId, id);
        IfMatch.require(ifMatch, authorization.version());
        return authorization;
    }

    private Authorization kept(Authorization authorization) {
        refuseIfOverlapping(authorization);
        forecast.after(authorization);
        authorizations.flush();
        audit.wrote("Authorization", authorization.id(), authorization.patientId());
        return authorization;
    }

    /** A day counts on one authorization of a payer only. */
    private void refuseIfOverlapping(Authorization authorization) {
        if (!authorization.isInForce()) {
            return;
        }
        authorizations.inForceOf(authorization.patientId()).stream()
                .filter(other -> !other.id().equals(authorization.id())
                        && other.isOfSamePayer(authorization)
                        && other.sharesServiceWith(authorization)
                        && other.overlaps(authorization))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                            IntakeProblem.AUTHORIZATION_OVERLAPS,
                            "Authorization " + other.id() + " of the same payer counts the same service from "
                                    + other.terms().validFrom() + " to "
                                    + other.terms().validTo()
                                    + ". Extend that one, or revise or close it first.");
                });
    }

    private List<AuthorizedService> asked(List<FieldProblem> faults, List<ServiceUnits> asked) {
        var services = new ArrayList<AuthorizedService>();
        var named = new HashSet<String>();
        for (int i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            var pointer = "/services/" + i;
            if (!named.add(one.code())) {
                faults.add(new FieldProblem(pointer + "/code", "must not be named twice"));
            }
            if (one.units() < 1) {
                faults.add(new FieldProblem(pointer + "/units", "must be 1 to " + MOST_UNITS));
            }
            var rule = policy.rule(one.code());
            if (rule.isEmpty()) {
                faults.add(new FieldProblem(
                        pointer + "/code", "is not counted here; use one of " + policy.codes() + ", or configure it"));
            } else {
                services.add(new AuthorizedService(one.code(), rule.get(), one.units(), null));
            }
        }
        return services;
    }

    private static List<AuthorizedService> approved(
            List<FieldProblem> faults, List<AuthorizedService> asked, @Nullable List<ServiceUnits> approved) {
        if (approved == null) {
            return asked.stream()
                    .map(service -> service.approved(service.requestedUnits()))
                    .toList();
        }
        var units = unitsOf(faults, "/services", asked, approved);
        for (var service : asked) {
            if (!units.containsKey(service.code())) {
                faults.add(new FieldProblem("/services", "must say how many units of " + service.code() + ", or 0"));
            }
        }
        return asked.stream()
                .map(service -> service.approved(units.getOrDefault(service.code(), 0)))
                .toList();
    }

    private static List<AuthorizedService> added(
            List<FieldProblem> faults, List<AuthorizedService> before, List<ServiceUnits> added) {
        var units = unitsOf(faults, "/addedUnits", before, added);
        return before.stream()
                .map(service -> {
                    var sum = service.units() + units.getOrDefault(service.code(), 0);
                    if (sum > MOST_UNITS) {
                        faults.add(new FieldProblem("/addedUnits", "must not make more than " + MOST_UNITS));
                    }
                    return service.approved(sum);
                })
                .toList();
    }

    private static Map<String, Integer> unitsOf(
            List<FieldProblem> faults, String pointer, List<AuthorizedService> known, List<ServiceUnits> said) {
        var units = new HashMap<String, Integer>();
        for (int i = 0; i < said.size(); i++) {
            var one = said.get(i);
            if (known.stream().noneMatch(service -> service.code().equals(one.code()))) {
                faults.add(new FieldProblem(
                        pointer + "/" + i + "/code",
                        "is no service of this authorization; another service is a new authorization"));
            } else if (units.put(one.code(), one.units()) != null) {
                faults.add(new FieldProblem(pointer + "/" + i + "/code", "must not be named twice"));
            }
        }
        return units;
    }

    private static void checkDays(List<FieldProblem> faults, Authorization.Terms terms) {
        PlausibleDay.check(faults, "/validFrom", terms.validFrom());
        PlausibleDay.check(faults, "/validTo", terms.validTo());
        PlausibleDay.check(faults, "/plannedEndOn", terms.plannedEndOn());
        var from = terms.validFrom();
        if (terms.validTo().isBefore(from) || terms.validTo().isAfter(from.plusYears(MOST_YEARS))) {
            faults.add(new FieldProblem(
                    "/validTo", "must lie between validFrom, " + from + ", and " + MOST_YEARS + " years later"));
        }
        var end = terms.plannedEndOn();
        if (end != null && (end.isBefore(from) || end.isAfter(from.plusYears(MOST_YEARS)))) {
            faults.add(new FieldProblem(
                    "/plannedEndOn", "must lie between validFrom, " + from + ", and " + MOST_YEARS + " years later"));
        }
        var review = terms.concurrentReviewDueOn();
        if (review != null && (review.isBefore(from) || review.isAfter(terms.validTo()))) {
            faults.add(new FieldProblem("/concurrentReviewDueOn", "must lie within the validity"));
        }
    }

    private static void checkReason(List<FieldProblem> faults, boolean denied, @Nullable DenialReason reason) {
        if (denied == (reason == null)) {
            faults.add(new FieldProblem("/reason", denied ? "is needed with DENIED" : "belongs to DENIED only"));
        }
    }

    private void checkDecidedOn(List<FieldProblem> faults, Authorization authorization, LocalDate decidedOn) {
        checkNotAhead(faults, "/decidedOn", decidedOn);
        if (decidedOn.isBefore(authorization.requestedOn())) {
            faults.add(new FieldProblem("/decidedOn", "must not be before it was requested"));
        }
    }

    private void checkNotAhead(List<FieldProblem> faults, String pointer, LocalDate day) {
        PlausibleDay.check(faults, pointer, day);
        if (day.isAfter(policy.today())) {
            faults.add(new FieldProblem(pointer, "must not be in the future"));
        }
    }

    private static void refuseIfAny(List<FieldProblem> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_VALUE, "The authorization can't be like this.", faults);
        }
    }

    private Recorded recorded() {
        return new Recorded(ids.next(), caller.subject(), clock.instant());
    }
}
