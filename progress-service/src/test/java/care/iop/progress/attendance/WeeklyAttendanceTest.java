package care.iop.progress.attendance;

import static care.iop.progress.Clinic.RIVERSIDE;
import static care.iop.progress.Clinic.clinician;
import static care.iop.progress.attendance.Bookings.ATTENDANCE;
import static care.iop.progress.attendance.Bookings.SESSIONS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Clinic.Client;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class WeeklyAttendanceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);

    @Inject
    Database database;

    private final UUID booking = UUID.randomUUID();
    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        kafka = KafkaProbe.connect();
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void sampleWeekIsCountedAgainstItsPlan() {
        // given the sample week: three blocks of three hours, two of three hours in two sessions, one canceled
        var client = Clinic.admit(RIVERSIDE);
        var codes = List.of("ATTENDED", "LATE", "NO_SHOW", "ATTENDED", "CANCELLED_BY_PROGRAM");
        var delivered = List.of(180, 170, 0, 180, 0);
        for (int day = 0; day < 5; day++) {
            var id = UUID.randomUUID();
            kafka.publish(SESSIONS, Bookings.booked(client, id, 1, MONDAY.plusDays(day), 180));
            kafka.publish(
                    ATTENDANCE,
                    Bookings.marked(client, id, 2, MONDAY.plusDays(day), 180, codes.get(day), delivered.get(day)));
        }

        // when
        kafka.publish(SESSIONS, Bookings.booked(client, UUID.randomUUID(), 1, SUNDAY, 60));

        // then
        awaitWeek(client, "scheduledUnits", equalTo(6), "unmarkedUnits", equalTo(1), "attendedUnits", equalTo(3))
                .body("items", hasSize(1))
                .body("items[0].week", equalTo("2026-W48"))
                .body("items[0].startsOn", equalTo("2026-11-23"))
                .body("items[0].programCancelledUnits", equalTo(1))
                .body("items[0].countedUnits", equalTo(5))
                .body("items[0].attendanceRate", equalTo(0.6f))
                .body("items[0].plannedMinutes", equalTo(780))
                .body("items[0].deliveredMinutes", equalTo(530))
                .body("items[0].hoursRate", equalTo(0.6795f));
    }

    @Test
    void attendanceThatArrivesBeforeTheAdmissionIsNotLost() {
        // given
        var client = new Client(RIVERSIDE, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var early = Bookings.marked(client, booking, 2, MONDAY, 180, "ATTENDED", 180);
        kafka.publish(ATTENDANCE, early);
        database.awaitHandled(early.id());

        // when
        kafka.publish("intake.admission.v1", Clinic.admission(client, 900));

        // then
        Clinic.awaitEpisode(client);
        awaitWeek(client, "attendedUnits", equalTo(1), "deliveredMinutes", equalTo(180));
    }

    @Test
    void trackIsKeptWhenAMarkDoesNotTellItAndAbsentWhenNothingDid() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        var other = UUID.randomUUID();
        kafka.publish(SESSIONS, Bookings.booked(client, booking, 1, MONDAY, 180));
        kafka.publish(SESSIONS, Bookings.withoutTrack(Bookings.booked(client, other, 1, MONDAY.plusDays(1), 180)));
        awaitWeek(client, "scheduledUnits", equalTo(2));

        // when
        kafka.publish(
                ATTENDANCE, Bookings.withoutTrack(Bookings.marked(client, booking, 2, MONDAY, 180, "ATTENDED", 180)));

        // then
        awaitWeek(client, "attendedUnits", equalTo(1));
        assertThat(database.texts("select track from attendance_unit where id = ?", booking))
                .containsExactly("MORNING");
        assertThat(database.number("select count(*) from attendance_unit where id = ? and track is null", other))
                .isEqualTo(1);
    }

    @Test
    void bookingThatArrivesAfterItsMarkChangesNothing() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        kafka.publish(ATTENDANCE, Bookings.marked(client, booking, 2, MONDAY, 180, "ATTENDED", 180));
        awaitWeek(client, "attendedUnits", equalTo(1));

        // when
        var late = Bookings.booked(client, booking, 1, MONDAY, 180);
        kafka.publish(SESSIONS, late);

        // then
        database.awaitHandled(late.id());
        awaitWeek(client, "scheduledUnits", equalTo(1), "attendedUnits", equalTo(1), "unmarkedUnits", equalTo(0));
    }

    @Test
    void correctionChangesTheWeekOfTheSession() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        kafka.publish(ATTENDANCE, Bookings.marked(client, booking, 2, MONDAY, 180, "ATTENDED", 180));
        awaitWeek(client, "attendedUnits", equalTo(1));

        // when
        kafka.publish(ATTENDANCE, Bookings.marked(client, booking, 3, MONDAY, 180, "NO_SHOW", 0));

        // then
        awaitWeek(
                client,
                "attendedUnits",
                equalTo(0),
                "scheduledUnits",
                equalTo(1),
                "deliveredMinutes",
                equalTo(0),
                "attendanceRate",
                equalTo(0.0f));
    }

    @Test
    void sessionThatMovesToAnotherWeekIsCountedThere() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        kafka.publish(SESSIONS, Bookings.booked(client, booking, 1, SUNDAY, 60));
        awaitWeek(client, "scheduledUnits", equalTo(1));

        // when
        kafka.publish(SESSIONS, Bookings.booked(client, booking, 2, SUNDAY.plusDays(1), 90));

        // then
        await().atMost(30, SECONDS).untilAsserted(() -> weeks(client)
                .body("items.week", contains("2026-W49"))
                .body("items.scheduledUnits", contains(1))
                .body("items.plannedMinutes", contains(90)));
    }

    @Test
    void canceledBookingLeavesThePlan() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        kafka.publish(SESSIONS, Bookings.booked(client, booking, 1, MONDAY, 180));
        awaitWeek(client, "scheduledUnits", equalTo(1));

        // when
        kafka.publish(SESSIONS, Bookings.cancelled(client, booking, 2, MONDAY, 180));

        // then
        await().atMost(30, SECONDS).untilAsserted(() -> weeks(client).body("items", empty()));
    }

    @ParameterizedTest
    @CsvSource({"ATTENDED, -1, 60", "ATTENDED, 60, 1441", "ATTENDED, 1441, 60", "TELEPORTED, 60, 60"})
    void whatCanNotBeCountedIsPutAside(String code, int plannedMinutes, int deliveredMinutes) {
        // given
        var client = Clinic.admit(RIVERSIDE);
        var poison = Bookings.marked(client, booking, 2, MONDAY, plannedMinutes, code, deliveredMinutes);

        // when
        kafka.publish(ATTENDANCE, poison);

        // then
        var dead = kafka.await(
                ATTENDANCE + ".dlq",
                message -> poison.id().toString().equals(message.headers().get("ce_id")));
        assertThat(dead.key()).isEqualTo(booking.toString());
        weeks(client).body("items", empty());
    }

    @Test
    void rangeKeepsToItsWeeks() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        for (int week = 0; week < 3; week++) {
            kafka.publish(SESSIONS, Bookings.booked(client, UUID.randomUUID(), 1, MONDAY.plusWeeks(week), 60));
        }
        await().atMost(30, SECONDS).untilAsserted(() -> weeks(client).body("items", hasSize(3)));

        // when
        var ranged = clinician(RIVERSIDE)
                .queryParam("from", "2026-W49")
                .queryParam("to", "2026-W49")
                .get("/api/episodes/{id}/weeks", client.admissionId());

        // then
        ranged.then().statusCode(200).body("items.week", contains("2026-W49"));
    }

    @Test
    void weekThatIsNoneIsRefused() {
        // given
        var client = Clinic.admit(RIVERSIDE);

        // when
        var response = clinician(RIVERSIDE)
                .queryParam("from", "2027-W53")
                .get("/api/episodes/{id}/weeks", client.admissionId());

        // then
        response.then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-value"))
                .body("errors[0].pointer", equalTo("from"));
    }

    private static ValidatableResponse weeks(Client client) {
        return clinician(client.organization())
                .get("/api/episodes/{id}/weeks", client.admissionId())
                .then()
                .statusCode(200);
    }

    /** Waits until the newest week has these values, given as pairs of name and matcher. */
    private static ValidatableResponse awaitWeek(Client client, Object... expectations) {
        await().atMost(30, SECONDS).untilAsserted(() -> {
            var response = weeks(client);
            for (int i = 0; i < expectations.length; i += 2) {
                response.body("items[0]." + expectations[i], (Matcher<?>) expectations[i + 1]);
            }
        });
        return weeks(client);
    }
}
