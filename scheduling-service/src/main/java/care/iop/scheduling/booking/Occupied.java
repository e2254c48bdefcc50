package care.iop.scheduling.booking;

import care.iop.scheduling.session.SessionPlace;
import care.iop.scheduling.session.SessionTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who and what is taken when, around the sessions that are wanted: the client, clinicians, rooms, and seats of meetings. */
final class Occupied {

    /** A stretch of time that somebody or something is taken for. */
    record Stretch(SessionTime time, UUID session) {}

    private final List<Stretch> client = new ArrayList<>();
    private final Map<UUID, List<Stretch>> clinicians = new HashMap<>();
    private final Map<UUID, List<Stretch>> rooms = new HashMap<>();

    void client(SessionTime time, UUID session) {
        client.add(new Stretch(time, session));
    }

    void session(SessionTime time, SessionPlace place, UUID session) {
        var stretch = new Stretch(time, session);
        if (place.clinicianId() != null) {
            add(clinicians, place.clinicianId(), stretch);
        }
        if (place.roomId() != null) {
            add(rooms, place.roomId(), stretch);
        }
    }

    private static void add(Map<UUID, List<Stretch>> all, UUID id, Stretch stretch) {
        var known = all.computeIfAbsent(id, none -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.session().equals(stretch.session()))) {
            known.add(stretch);
        }
    }

    /** What the client has at that time. */
    Optional<SessionTime> ofClient(SessionTime time) {
        return overlapping(client, time);
    }

    Optional<SessionTime> ofClinician(@Nullable UUID clinician, SessionTime time) {
        return clinician == null ? Optional.empty() : overlapping(clinicians.getOrDefault(clinician, List.of()), time);
    }

    Optional<SessionTime> ofRoom(@Nullable UUID room, SessionTime time) {
        return room == null ? Optional.empty() : overlapping(rooms.getOrDefault(room, List.of()), time);
    }

    private static Optional<SessionTime> overlapping(List<Stretch> taken, SessionTime time) {
        return taken.stream().map(Stretch::time).filter(time::overlaps).findFirst();
    }
}
