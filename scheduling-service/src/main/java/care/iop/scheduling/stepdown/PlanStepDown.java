package care.iop.scheduling.stepdown;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.booking.BookTogether;
import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.program.Programs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Makes plans of stepping down, and bookings of their proposals. */
@ApplicationScoped
class PlanStepDown {

    private final Enrollments enrollments;
    private final Programs programs;
    private final StepDownPlans plans;
    private final StepDownProposals proposals;
    private final StepDownPattern pattern;
    private final Bookings bookings;
    private final BookTogether bookTogether;
    private final AccessAudit audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    PlanStepDown(
            Enrollments enrollments,
            Programs programs,
            StepDownPlans plans,
            StepDownProposals proposals,
            StepDownPattern pattern,
            Bookings bookings,
            BookTogether bookTogether,
            AccessAudit audit,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.enrollments = enrollments;
        this.programs = programs;
        this.plans = plans;
        this.proposals = proposals;
        this.pattern = pattern;
        this.bookings = bookings;
        this.bookTogether = bookTogether;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Proposes the days of a plan. Nothing is booked, and no seat is taken. */
    @Transactional
    StepDownPlanView propose(StepDownPlanRequest request) {
        var enrollment = enrollments.requireNamed("/enrollmentId", request.enrollmentId());
        enrollment.requireActive();
        if (request.startsOn().isBefore(enrollment.admittedOn())) {
            throw ProblemException.invalid(
                    "/startsOn", "must not be before the admission on " + enrollment.admittedOn());
        }
        var program = programs.require(enrollment.programId());
        var plan = new StepDownPlan(ids.next(), enrollment.id(), request.startsOn(), clock.instant(), caller.subject());
        plans.persist(plan);
        var proposed = pattern.proposals(request.wish(), program::isClosedOn);
        if (proposed.isEmpty()) {
            throw ProblemException.invalid(
                    "/stepDown", "must leave something to propose: a step, aftercare or a touch");
        }
        var kept = new ArrayList<StepDownProposal>();
        for (int i = 0; i < proposed.size(); i++) {
            kept.add(new StepDownProposal(ids.next(), plan.id(), i, proposed.get(i)));
        }
        proposals.persist(kept);
        proposals.flush();
        audit.wrote("StepDownPlan", plan.id(), enrollment.patientId());
        return plan.view(kept);
    }

    @Transactional
    StepDownPlanView read(UUID id) {
        var plan = plans.require(id);
        audit.read("StepDownPlan", id, enrollments.require(plan.enrollmentId()).patientId());
        return plan.view(proposals.of(id));
    }

    @Transactional
    StepDownPlanList newestOf(UUID enrollmentId, int most) {
        var enrollment = enrollments.findByIdOptional(enrollmentId);
        enrollment.ifPresent(of -> audit.read("StepDownPlan", enrollmentId, of.patientId()));
        return new StepDownPlanList(plans.newestOf(enrollmentId, most).stream()
                .map(plan -> plan.view(proposals.of(plan.id())))
                .toList());
    }

    /** One attempt to book proposals together, in a transaction of its own. */
    @Idempotent
    @Transactional(TxType.REQUIRES_NEW)
    public Response book(UUID planId, BookProposalsRequest request) {
        var plan = plans.require(planId);
        var enrollment = enrollments.require(plan.enrollmentId());
        var all = proposals.ofLocked(planId);
        var chosen = new TreeMap<LocalDate, StepDownProposal>();
        for (var id : request.proposalIds()) {
            var proposal = all.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("/proposalIds", "must be proposals of this plan"));
            if (proposal.bookingId().filter(this::isBooked).isPresent()) {
                throw new ProblemException(
                        SchedulingProblem.PROPOSAL_BOOKED,
                        "Leave out the one of " + proposal.proposedOn() + ", or cancel its booking first.");
            }
            chosen.put(proposal.proposedOn(), proposal);
        }
        var minutes = new TreeMap<LocalDate, Integer>();
        chosen.forEach((on, proposal) -> minutes.put(on, proposal.minutes()));
        var booked = bookTogether.book(
                enrollment,
                programs.require(enrollment.programId()),
                minutes,
                request.seriesId(),
                request.appointment());
        for (var booking : booked) {
            Objects.requireNonNull(chosen.get(booking.time().sessionOn())).becomes(booking.id());
        }
        proposals.flush();
        audit.wrote("StepDownPlan", planId, enrollment.patientId());
        return Response.status(Response.Status.CREATED)
                .entity(plan.view(proposals.of(planId)))
                .build();
    }

    private boolean isBooked(UUID bookingId) {
        return bookings.findByIdOptional(bookingId).filter(Booking::isBooked).isPresent();
    }
}
