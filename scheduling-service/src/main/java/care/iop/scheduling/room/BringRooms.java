package care.iop.scheduling.room;

import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.Faults;
import care.iop.scheduling.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings the rooms of a program to what a document says: those that it has and no others. */
@ApplicationScoped
public class BringRooms {

    private final Rooms rooms;
    private final ReviseRoom reviseRoom;

    BringRooms(Rooms rooms, ReviseRoom reviseRoom) {
        this.rooms = rooms;
        this.reviseRoom = reviseRoom;
    }

    /** What the document says of a program's rooms, in order of identifier. */
    public List<RoomPart> partsOf(UUID programId) {
        return rooms.ofProgram(programId).stream()
                .map(Room::view)
                .map(room -> new RoomPart(
                        room.id(), room.name(), room.type(), room.capacity(), room.siteId(), room.retiredOn()))
                .toList();
    }

    /** Adds and revises rooms; what is wrong with one is gathered below {@code /rooms}. */
    @Transactional(TxType.MANDATORY)
    public void bring(Program program, List<RoomPart> parts, List<FieldProblem> faults) {
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var pointer = "/rooms/" + i;
            var known = rooms.findById(part.id());
            if (known != null && !known.programId().equals(program.id())) {
                faults.add(new FieldProblem(pointer + "/id", "must not be a room of another program"));
                continue;
            }
            Faults.collectBelow(pointer, faults, () -> program.requireSite("/siteId", part.siteId()));
            if (known == null) {
                var room = new Room(part.id(), part.request(program.id()));
                room.retire(part.retiredOn());
                rooms.persist(room);
            } else {
                reviseRoom.revise(known, part.request(program.id()), program);
                reviseRoom.retire(known, part.retiredOn());
            }
        }
    }

    /** The rooms that the document leaves out and that series or sessions still name: they can't be removed. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> removeOthers(UUID programId, List<RoomPart> parts) {
        var kept = parts.stream().map(RoomPart::id).collect(Collectors.toSet());
        var others = rooms.ofProgram(programId).stream()
                .filter(room -> !kept.contains(room.id()))
                .toList();
        var inUse = others.stream().map(Room::id).filter(rooms::isNamed).toList();
        if (inUse.isEmpty()) {
            others.forEach(rooms::delete);
        }
        return inUse;
    }
}
