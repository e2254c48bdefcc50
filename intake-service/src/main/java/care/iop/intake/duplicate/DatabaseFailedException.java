package care.iop.intake.duplicate;

import java.sql.SQLException;

/** A statement failed; the cause has the SQL state that tells a lost race from a fault. */
final class DatabaseFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailedException(SQLException cause) {
        super("a statement failed with SQL state " + cause.getSQLState(), cause);
    }
}
