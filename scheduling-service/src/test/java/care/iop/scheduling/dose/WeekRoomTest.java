package care.iop.scheduling.dose;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.authorization.AuthorizedWeek;
import care.iop.scheduling.dose.MakeUpsView.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a week can still take, by prescription and by what payers allow. */
class WeekRoomTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private static AuthorizedWeek authorized(int minutes, int days) {
        return new AuthorizedWeek(MONDAY, minutes, days, List.of());
    }

    @Test
    void prescribedMinutesAreUsedUpToTheLast() {
        // given
        var room = new WeekRoom(900, 720, Set.of(MONDAY), null);

        // when, then
        assertThat(room.obstacle(TUESDAY, 180)).isEmpty();
        assertThat(room.obstacle(TUESDAY, 195)).contains(Rule.WEEKLY_HOURS);
        assertThat(room.with(TUESDAY, 180).obstacle(TUESDAY, 15)).contains(Rule.WEEKLY_HOURS);
    }

    @Test
    void dayThatTheClientComesAnywayTakesNoFurtherDayOfThePayers() {
        // given
        var room = new WeekRoom(900, 360, Set.of(MONDAY, TUESDAY), authorized(2000, 2));

        // when, then
        assertThat(room.obstacle(TUESDAY, 180)).isEmpty();
        assertThat(room.obstacle(WEDNESDAY, 60)).contains(Rule.AUTHORIZED_UNITS);
    }

    @Test
    void lastAuthorizedDayIsTakenOnce() {
        // given
        var room = new WeekRoom(900, 180, Set.of(MONDAY), authorized(2000, 2));

        // when
        var afterOne = room.with(TUESDAY, 180);

        // then
        assertThat(room.obstacle(TUESDAY, 180)).isEmpty();
        assertThat(room.obstacle(WEDNESDAY, 180)).isEmpty();
        assertThat(afterOne.obstacle(TUESDAY, 60)).isEmpty();
        assertThat(afterOne.obstacle(WEDNESDAY, 60)).contains(Rule.AUTHORIZED_UNITS);
    }

    @Test
    void authorizedMinutesAreUsedUpToTheLast() {
        // given
        var room = new WeekRoom(WeekRoom.NOT_PRESCRIBED, 420, Set.of(MONDAY), authorized(600, 5));

        // when, then
        assertThat(room.obstacle(TUESDAY, 180)).isEmpty();
        assertThat(room.obstacle(TUESDAY, 195)).contains(Rule.AUTHORIZED_UNITS);
    }

    @Test
    void weekThatNothingIsAuthorizedInTakesNothing() {
        assertThat(new WeekRoom(900, 0, Set.of(), authorized(0, 0)).obstacle(MONDAY, 15))
                .contains(Rule.AUTHORIZED_UNITS);
    }

    @Test
    void saysInWordsWhatIsAllowedAndUsed() {
        // given
        var room = new WeekRoom(900, 345, Set.of(MONDAY), authorized(600, 2));

        // when, then
        assertThat(room.words(Rule.AUTHORIZED_UNITS))
                .isEqualTo(
                        "would take more than the payer allows of their week: 2 days and 10 h, of which 1 day and 5 h 45 min are used");
        assertThat(room.words(Rule.WEEKLY_HOURS))
                .isEqualTo("would bring the week above the prescribed 15 h, of which 5 h 45 min are used");
    }
}
