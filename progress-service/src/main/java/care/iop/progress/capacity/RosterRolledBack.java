package care.iop.progress.capacity;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What progress reads of scheduling's {@code roster-rolled-back} event. */
record RosterRolledBack(UUID programId, LocalDate weekStartingOn) {

    RosterRolledBack {
        Objects.requireNonNull(programId, "programId");
        Objects.requireNonNull(weekStartingOn, "weekStartingOn");
    }
}
