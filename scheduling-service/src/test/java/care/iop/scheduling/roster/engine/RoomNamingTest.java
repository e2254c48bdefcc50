package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import care.iop.scheduling.roster.engine.RoomNaming.Use;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomNamingTest {

    private static Use use(String owner, String window) {
        return new Use(owner, SampleWeek.window(window));
    }

    @Test
    void usesAtOnceGetDifferentRooms() {
        // given
        List<Use> uses = List.of(use("T1", "Mon 09:00-10:00"), use("T2", "Mon 09:45-10:45"));

        // when
        List<String> rooms = RoomNaming.name(uses, List.of("O1", "O2"));

        // then
        assertEquals(List.of("O1", "O2"), rooms);
    }

    @Test
    void aRoomIsFreeAgainTheMomentItIsLeft() {
        // given
        List<Use> uses = List.of(use("T1", "Mon 09:00-10:00"), use("T2", "Mon 10:00-11:00"));

        // when
        List<String> rooms = RoomNaming.name(uses, List.of("O1"));

        // then
        assertEquals(List.of("O1", "O1"), rooms);
    }

    @Test
    void anOwnerStaysInTheRoomThatIsFree() {
        // given
        List<Use> uses =
                List.of(use("T1", "Mon 09:00-10:00"), use("T2", "Mon 09:00-10:00"), use("T2", "Mon 10:00-11:00"));

        // when
        List<String> rooms = RoomNaming.name(uses, List.of("O1", "O2"));

        // then
        assertEquals(List.of("O1", "O2", "O2"), rooms);
    }

    @Test
    void asManyRoomsAsAreNeededAtOnceAlwaysSuffice() {
        // given
        List<Use> uses = List.of(
                use("T3", "Tue 10:00-13:00"),
                use("T1", "Tue 09:00-11:00"),
                use("T2", "Tue 11:00-12:00"),
                use("T1", "Tue 12:00-14:00"),
                use("T2", "Wed 09:00-10:00"));

        // when
        List<String> rooms = RoomNaming.name(uses, List.of("O1", "O2"));

        // then
        assertEquals(List.of("O2", "O1", "O1", "O1", "O1"), rooms);
    }

    @Test
    void refusesMoreUsesAtOnceThanRooms() {
        // given
        List<Use> uses = List.of(use("T1", "Mon 09:00-10:00"), use("T2", "Mon 09:45-10:45"));

        // when
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> RoomNaming.name(uses, List.of("O1")));

        // then
        assertEquals("No room of 1 is free Mon 09:45–10:45.", refused.getMessage());
    }
}
