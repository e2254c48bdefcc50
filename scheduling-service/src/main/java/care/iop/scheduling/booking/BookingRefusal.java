package care.iop.scheduling.booking;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Says in the domain's words which of the schema's constraints refused a session or a booking. */
public final class BookingRefusal {

    private static final Map<String, SchedulingProblem> PROBLEMS = Map.of(
            "booking_client_free", SchedulingProblem.CLIENT_DOUBLE_BOOKED,
            "session_clinician_free", SchedulingProblem.CLINICIAN_DOUBLE_BOOKED,
            "session_room_free", SchedulingProblem.ROOM_DOUBLE_BOOKED,
            "session_capacity", SchedulingProblem.SESSION_FULL,
            "booking_session_scheduled", SchedulingProblem.SESSION_NOT_SCHEDULED,
            "booking_session_time", SchedulingProblem.SESSION_MOVED,
            "booking_no_contact", SchedulingProblem.CLIENT_NOT_ADMITTED,
            "booking_one_make_up", SchedulingProblem.MISSED_SESSION_MADE_UP);

    /** Races that the database ended without one of our constraints: a unique index, a deadlock, a stale read. */
    private static final Set<String> RACES = Set.of("23505", "40001", "40P01");

    private static final int MOST_TRIES = 3;

    private BookingRefusal() {}

    /** Writes, and says what the database refuses as our problem. */
    static void inOurWords(Runnable writing) {
        try {
            writing.run();
        } catch (PersistenceException refused) {
            throw of(refused).<RuntimeException>map(problem -> problem).orElse(refused);
        }
    }

    /**
     * Does it again when somebody else was faster, three times in all: another attempt, in a transaction of its own, sees what
     * the other has written, and can say what stands in the way. Twice may not do: of two who wait for each other the database
     * ends one at once, who then meets the other before that one's commit.
     */
    public static <T> T againAfterARace(Supplier<T> attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.get();
            } catch (RuntimeException lost) {
                if (tries == MOST_TRIES || !isRace(lost)) {
                    throw lost;
                }
            }
        }
    }

    private static boolean isRace(RuntimeException failure) {
        if (failure instanceof ProblemException problem) {
            return PROBLEMS.containsValue(problem.type());
        }
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || (cause instanceof SQLException sql && RACES.contains(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

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
