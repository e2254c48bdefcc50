package care.iop.scheduling.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.roster.PlacesOnBoard.Option;
import care.iop.scheduling.roster.WeekBoard.Visit;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import care.iop.scheduling.roster.engine.problem.SessionKind;
import java.time.DayOfWeek;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a session of one client can still be on a board of the week. */
class PlacesOnBoardTest {

    private static UUID named(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"Sat 10:00-11:00, true", "Sat 10:00-11:15, false", "Fri 10:00-11:00, false"})
    void weekendCheckInTakesNoDay(String attended, boolean mondayIsLeft) {
        // given: who may come on one day
        var week = new SampleWeek().client("C1", c -> c.maxDays(1).weekendCheckIn(60));
        var board = new WeekBoard(NamedByUuid.problem(week.problem()));
        board.attend(named("C1"), SampleWeek.window(attended));

        // when
        var options = new PlacesOnBoard(board).options(named("C1"), SessionKind.INDIVIDUAL, 60, when -> true);

        // then
        assertThat(options.stream().map(Option::when).anyMatch(when -> when.day() == DayOfWeek.MONDAY))
                .isEqualTo(mondayIsLeft);
    }

    @Test
    void clinicianKeepsTheDailyBreak() {
        // given: half an hour between 12:00 and 13:00, the first half of which is taken
        var week = new SampleWeek()
                .clinician("T1", t -> t.pause(12, 13, 30))
                .client("C1", c -> c.careTeam("T1"))
                .client("C2", c -> c.careTeam("T1"));
        var board = new WeekBoard(NamedByUuid.problem(week.problem()));
        board.put(new Visit(
                named("C2"),
                care.iop.scheduling.program.SessionKind.INDIVIDUAL,
                SampleWeek.window("Tue 12:00-12:30"),
                named("T1"),
                null,
                null));

        // when
        var options = new PlacesOnBoard(board)
                .options(named("C1"), SessionKind.INDIVIDUAL, 60, when -> when.day() == DayOfWeek.TUESDAY);

        // then
        assertThat(options.stream().map(option -> option.when().startTime().toString()))
                .contains("11:00", "13:00")
                .doesNotContain("12:15", "12:30", "12:45");
    }
}
