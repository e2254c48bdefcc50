package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Says in the domain's words which of the schema's constraints refused a session or a booking. */
final class BookingRefusal {

    private static final Map<String, SchedulingProblem> PROBLEMS = Map.of(
            "booking_client_free", SchedulingProblem.CLIENT_DOUBLE_BOOKED,
            "session_clinician_free", SchedulingProblem.CLINICIAN_DOUBLE_BOOKED,
            "session_room_free", SchedulingProblem.ROOM_DOUBLE_BOOKED,
            "session_capacity", SchedulingProblem.SESSION_FULL,
            "booking_session_scheduled", SchedulingProblem.SESSION_NOT_SCHEDULED,
            "booking_session_time", SchedulingProblem.SESSION_MOVED,
            "booking_no_contact", SchedulingProblem.CLIENT_NOT_ADMITTED);

    private BookingRefusal() {}

    /** The problem that this failure of the database means; empty when it means none of ours. */
    static Optional<ProblemException> of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var problem = constraint(sql).map(PROBLEMS::get);
                if (problem.isPresent()) {
                    return problem.map(type -> new ProblemException(
                            type, "Nothing was booked. Look at the week as it is now and try again."));
                }
            }
        }
        return Optional.empty();
    }

    /** A batch tells of the statement that failed in its next exception. */
    private static Optional<String> constraint(SQLException failure) {
        for (@Nullable SQLException next = failure; next != null; next = next.getNextException()) {
            if (next instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                return Optional.ofNullable(postgres.getServerErrorMessage().getConstraint());
            }
        }
        return Optional.empty();
    }
}
