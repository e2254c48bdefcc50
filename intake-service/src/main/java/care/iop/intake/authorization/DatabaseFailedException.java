package care.iop.intake.authorization;

import java.sql.SQLException;

/** The rows beside the authorizations can't be read or written. */
final class DatabaseFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailedException(SQLException cause) {
        super("rows of authorizations can't be read or written", cause);
    }
}
