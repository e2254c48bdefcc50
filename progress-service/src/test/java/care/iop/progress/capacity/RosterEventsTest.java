package care.iop.progress.capacity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class RosterEventsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final Instant AT = Instant.parse("2025-12-30T15:00:00Z");

    @Inject
    Database database;

    private final String organization = "capacity-" + UUID.randomUUID();
    private final UUID program = UUID.randomUUID();

    @Test
    void repeatedAndLateEventsChangeNothing() {
        // given
        var publication = UUID.randomUUID();
        var published = Rosters.published(organization, publication, program, MONDAY, AT, 3, 36);
        var rolledBack = Rosters.rolledBack(organization, publication, program, MONDAY);

        // when: taken back before it is told, then told twice, the second time under another identifier
        tell(
                rolledBack,
                published,
                published,
                published.withId(UUID.randomUUID()),
                rolledBack.withId(UUID.randomUUID()));

        // then
        await().atMost(30, SECONDS)
                .until(() ->
                        database.number("select count(*) from inbox where organization_id = ?", organization) == 4);
        assertThat(database.texts(
                        "select concat_ws(' ', id, week_starts_on, group_sessions, group_seats, rolled_back)"
                                + " from roster_publication where organization_id = ?",
                        organization))
                .containsExactly(publication + " 2026-01-05 3 36 t");
    }

    @Test
    void publicationFromBeforeSeatsWereToldHasNone() {
        // given
        var publication = UUID.randomUUID();

        // when
        tell(Rosters.publishedWithoutSeats(organization, publication, program, MONDAY, AT));

        // then
        await().atMost(30, SECONDS)
                .until(() -> database.number(
                                "select count(*) from roster_publication where organization_id = ? and group_seats is null"
                                        + " and group_sessions is null and not rolled_back",
                                organization)
                        == 1);
    }

    private static void tell(KafkaProbe.Event... events) {
        try (var kafka = KafkaProbe.connect()) {
            for (var event : events) {
                kafka.publish(Rosters.TOPIC, event);
            }
        }
    }
}
