package care.iop.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local time stays in every zone, also when the server that expands it stands in Dubai. */
class OccurrenceZonesTest {

    private TimeZone serversOwn;

    @BeforeEach
    void serverStandsInDubai() {
        serversOwn = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Dubai"));
    }

    @AfterEach
    void serverStandsWhereItStood() {
        TimeZone.setDefault(serversOwn);
    }

    @ParameterizedTest
    @CsvSource({
        // Lord Howe goes by half an hour: from +11:00 to +10:30 on 2026-04-05, back on 2026-10-04.
        "Australia/Lord_Howe, 2026-04-04, 09:00, 2026-04-03T22:00:00Z, 09:00",
        "Australia/Lord_Howe, 2026-04-06, 09:00, 2026-04-05T22:30:00Z, 09:00",
        "Australia/Lord_Howe, 2026-10-05, 09:00, 2026-10-04T22:00:00Z, 09:00",
        // At 02:00 of 2026-10-04 its clocks go to 02:30: 02:15 is not there, and becomes 02:45.
        "Australia/Lord_Howe, 2026-10-04, 02:15, 2026-10-03T15:45:00Z, 02:45",
        // At 02:00 of 2026-04-05 they go back to 01:30: of 01:45 the first is meant.
        "Australia/Lord_Howe, 2026-04-05, 01:45, 2026-04-04T14:45:00Z, 01:45",
        // Kathmandu is 5:45 ahead, all year.
        "Asia/Kathmandu, 2026-01-05, 09:00, 2026-01-05T03:15:00Z, 09:00",
        "Asia/Kathmandu, 2026-07-06, 00:15, 2026-07-05T18:30:00Z, 00:15",
        // Phoenix keeps its offset, New York next to it doesn't.
        "America/Phoenix, 2026-03-09, 17:30, 2026-03-10T00:30:00Z, 17:30",
        "America/New_York, 2026-03-08, 02:30, 2026-03-08T07:30:00Z, 03:30",
        "America/New_York, 2026-11-01, 01:30, 2026-11-01T05:30:00Z, 01:30",
        "America/New_York, 2026-11-02, 17:30, 2026-11-02T22:30:00Z, 17:30"
    })
    void localTimeStays(String zone, LocalDate day, LocalTime at, Instant startsAt, LocalTime onTheWall) {
        // when
        var occurrence = Occurrence.of(UUID.randomUUID(), day, at, Duration.ofMinutes(90), ZoneId.of(zone));

        // then
        assertThat(occurrence.startsAt()).isEqualTo(startsAt);
        assertThat(occurrence.localStart()).isEqualTo(onTheWall);
        assertThat(occurrence.sessionOn()).isEqualTo(day);
        assertThat(Duration.between(occurrence.startsAt(), occurrence.endsAt())).isEqualTo(Duration.ofMinutes(90));
    }
}
