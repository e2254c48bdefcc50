package care.iop.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clock on the wall says stays; what changes across daylight saving is the instant. */
class OccurrenceTest {

    private static final UUID SERIES = new UUID(0, 7);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // the Friday before and the Monday after New York springs forward on 2026-03-08
        "2026-03-06, 2026-03-06T14:00:00Z",
        "2026-03-09, 2026-03-09T13:00:00Z",
        // the Friday before and the Monday after New York falls back on 2026-11-01
        "2026-10-30, 2026-10-30T13:00:00Z",
        "2026-11-02, 2026-11-02T14:00:00Z"
    })
    void nineInTheMorningStaysNineInTheMorning(LocalDate day, Instant startsAt) {
        // when
        var occurrence = Occurrence.of(SERIES, day, LocalTime.of(9, 0), Duration.ofHours(3), NEW_YORK);

        // then
        assertThat(occurrence.localStart()).isEqualTo(LocalTime.of(9, 0));
        assertThat(occurrence.sessionOn()).isEqualTo(day);
        assertThat(occurrence.startsAt()).isEqualTo(startsAt);
        assertThat(occurrence.endsAt()).isEqualTo(startsAt.plus(Duration.ofHours(3)));
    }

    @Test
    void aTimeThatIsSkippedMovesForward() {
        // given: on 2026-03-08 New York's clocks go from 02:00 to 03:00
        var day = LocalDate.of(2026, 3, 8);

        // when
        var occurrence = Occurrence.of(SERIES, day, LocalTime.of(2, 30), Duration.ofHours(1), NEW_YORK);

        // then
        assertThat(occurrence.localStart()).isEqualTo(LocalTime.of(3, 30));
        assertThat(occurrence.startsAt()).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(Duration.between(occurrence.startsAt(), occurrence.endsAt())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void ofATimeThatIsThereTwiceTheFirstIsMeant() {
        // given: on 2026-11-01 New York's clocks go from 02:00 back to 01:00
        var day = LocalDate.of(2026, 11, 1);

        // when
        var occurrence = Occurrence.of(SERIES, day, LocalTime.of(1, 30), Duration.ofHours(1), NEW_YORK);

        // then
        assertThat(occurrence.startsAt()).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(occurrence.endsAt()).isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    }

    @Test
    void aZoneWithoutDaylightSavingKeepsItsInstant() {
        // given
        var phoenix = ZoneId.of("America/Phoenix");

        // when
        var winter = Occurrence.of(SERIES, LocalDate.of(2026, 1, 5), LocalTime.of(9, 0), Duration.ofHours(3), phoenix);
        var summer = Occurrence.of(SERIES, LocalDate.of(2026, 7, 6), LocalTime.of(9, 0), Duration.ofHours(3), phoenix);

        // then
        assertThat(winter.startsAt()).isEqualTo(Instant.parse("2026-01-05T16:00:00Z"));
        assertThat(summer.startsAt()).isEqualTo(Instant.parse("2026-07-06T16:00:00Z"));
    }
}
