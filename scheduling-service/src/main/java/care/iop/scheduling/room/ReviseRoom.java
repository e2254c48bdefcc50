package care.iop.scheduling.room;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes a room as far as the sessions that are scheduled in it allow. The caller holds the program locked. */
@ApplicationScoped
class ReviseRoom {

    private final Rooms rooms;
    private final Clock clock;

    ReviseRoom(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Replaces what the room is. */
    @Transactional(TxType.MANDATORY)
    void revise(Room room, RoomRequest request, Program program) {
        var today = LocalDate.now(clock.withZone(program.zone(room.siteId().orElse(null))));
        var seats = rooms.mostSeatsFrom(room.id(), today);
        if (seats > 0 && request.capacity() < seats + 1) {
            throw new ProblemException(
                    SchedulingProblem.ROOM_IN_USE,
                    "A session here has " + seats + " clients booked and its clinician. Keep " + (seats + 1)
                            + " seats, or move it first.");
        }
        if (request.type() != room.type()
                || !Objects.equals(request.siteId(), room.siteId().orElse(null))) {
            requireUnusedFrom(room.id(), today);
        }
        room.revise(request);
    }

    /** Takes the room out of use from a day on, or brings it back. */
    @Transactional(TxType.MANDATORY)
    void retire(Room room, @Nullable LocalDate from) {
        if (from != null) {
            requireUnusedFrom(room.id(), from);
        }
        room.retire(from);
    }

    private void requireUnusedFrom(UUID id, LocalDate day) {
        var days = rooms.daysInUseFrom(id, day);
        if (!days.isEmpty()) {
            throw new ProblemException(
                    SchedulingProblem.ROOM_IN_USE,
                    "Move the sessions to another room first.",
                    days.stream()
                            .map(used -> new FieldProblem("/sessions/" + used, "a session is scheduled in the room"))
                            .toList());
        }
    }
}
