package care.iop.scheduling.booking;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.Clinicians;
import care.iop.scheduling.program.Programs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By video a clinician treats a client only with a licence of the state where the client is. Where that is, the client's
 * preferences say, else the session's site; when neither does, there is nothing to check. That default is our policy.
 */
@ApplicationScoped
class RequireLicences {

    private final Clinicians clinicians;
    private final Programs programs;

    RequireLicences(Clinicians clinicians, Programs programs) {
        this.clinicians = clinicians;
        this.programs = programs;
    }

    /** Refuses seats by video with a clinician who lacks the licence on the day, naming each session. */
    void forSeats(List<Seat> seats) {
        var missing = new ArrayList<FieldProblem>();
        for (var seat : seats) {
            var session = seat.session();
            var clinicianId = session.place().clinicianId();
            if (!session.tele() || clinicianId == null) {
                continue;
            }
            var state = Optional.ofNullable(seat.enrollment().preferences().telehealthState())
                    .or(() -> programs.require(session.programId())
                            .state(session.siteId().orElse(null)));
            var clinician = clinicians.findById(clinicianId);
            if (state.isPresent()
                    && clinician != null
                    && !clinician.isLicensedIn(state.get(), session.time().sessionOn())) {
                missing.add(new FieldProblem(
                        "/sessions/" + session.id(),
                        "its clinician has no licence in " + state.get() + " on "
                                + session.time().sessionOn()));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.LICENCE_MISSING,
                    "Nothing was booked. Choose a licensed clinician, or a session in person.",
                    missing);
        }
    }
}
