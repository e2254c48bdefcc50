package care.iop.scheduling.roster;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.ServiceTest;
import care.iop.scheduling.booking.BookingCalls;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The weeks that one client could have; one of them is booked in one call, or the reason is told why it is gone. */
@ServiceTest
class BestWeeksTest {

    private static final LocalDate WEEK = Clinic.weekAhead();

    private static Response bestWeeks(Client client, int count) {
        return scheduler(RIVERSIDE)
                .queryParam("week", WEEK.toString())
                .queryParam("count", count)
                .get("/api/enrollments/{id}/best-weeks", client.enrollmentId());
    }

    private static Response take(Client client, Response offered, int index) {
        List<Map<String, Object>> sessions = offered.path("weeks[%d].sessions".formatted(index));
        var chosen = new ArrayList<Map<String, Object>>();
        for (var session : sessions) {
            var each = new LinkedHashMap<String, Object>();
            for (var field : List.of("kind", "seriesId", "startsAt", "clinicianId")) {
                if (session.containsKey(field)) {
                    each.put(field, session.get(field));
                }
            }
            chosen.add(each);
        }
        return scheduler(RIVERSIDE)
                .body(Map.of("weekStartingOn", WEEK.toString(), "sessions", chosen))
                .post("/api/enrollments/{id}/best-weeks", client.enrollmentId());
    }

    @Test
    void fiveBestWeeksHavePricesInWordsAndOneIsBookedInOneCall() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var first = Clinic.admitAvailable(program, "08:00", "13:00");
        Clinic.roster(program, WEEK);
        var before = Clinic.week(first, WEEK).asString();
        var second = Clinic.admitAvailable(program, "08:00", "20:30");

        // when
        var offered = bestWeeks(second, 5);
        var taken = take(second, offered, 2);

        // then
        offered.then()
                .statusCode(200)
                .body("weeks", hasSize(5))
                .body("weeks[0].rank", equalTo(1))
                .body("weeks[0].sessions", hasSize(7))
                .body("weeks[0].text", containsString("Individual session "))
                .body("weeks.findAll { it.prices.size() > 0 }.size()", greaterThan(0))
                .body("weeks.prices.flatten().findAll { it.text.contains('019') }", hasSize(0));
        List<Float> prices = offered.path("weeks.price");
        assertThat(prices).isSorted();
        List<List<Float>> parts = offered.path("weeks.prices.points");
        for (int i = 0; i < prices.size(); i++) {
            assertThat(parts.get(i).stream().mapToDouble(Float::doubleValue).sum())
                    .isEqualTo(prices.get(i).doubleValue());
        }
        taken.then().statusCode(201).body("bookingIds", hasSize(7));
        assertThat(Clinic.week(second, WEEK).<List<String>>path("sessions.startsAt"))
                .isEqualTo(offered.<List<String>>path("weeks[2].sessions.startsAt"));
        assertThat(Clinic.week(first, WEEK).asString()).isEqualTo(before);
    }

    @Test
    void otherWeekIsTakenInPlaceOfTheBookedOne() {
        // given
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "20:30");
        take(client, bestWeeks(client, 5), 0).then().statusCode(201);

        // when
        var offered = bestWeeks(client, 5);
        var taken = take(client, offered, 1);

        // then
        taken.then().statusCode(201).body("bookingIds", hasSize(7));
        assertThat(Clinic.week(client, WEEK).<List<String>>path("sessions.startsAt"))
                .isEqualTo(offered.<List<String>>path("weeks[1].sessions.startsAt"));
    }

    @Test
    void officeInWhichSomebodyChecksInIsNotOffered() {
        // given: both offices are taken by check-ins on Tuesday from 08:00 to 09:00, when a therapist and the client
        // are free
        var program = Clinic.demoProgram(RIVERSIDE);
        scheduler(RIVERSIDE)
                .body(Clinic.clinicianData(program.id(), "Harper Sample", List.of("THERAPIST"), "08:00", "17:00"))
                .post("/api/clinicians")
                .then()
                .statusCode(201);
        for (var place :
                Map.of("Rowan Sample", "Office 1", "Marlow Sample", "Office 2").entrySet()) {
            var checkIn = BookingCalls.appointment(
                    program.clinicians().get(place.getKey()), program.rooms().get(place.getValue()), "08:00");
            checkIn.put("kind", "CHECK_IN");
            BookingCalls.book(Clinic.admit(program), WEEK.plusDays(1), checkIn)
                    .then()
                    .statusCode(201);
        }
        var client = Clinic.admit(program);
        Clinic.putAvailability(client, List.of(Map.of("day", "TUESDAY", "from", "08:00", "until", "09:00")))
                .then()
                .statusCode(200);

        // when
        var offered = bestWeeks(client, 1);

        // then
        offered.then()
                .body("weeks[0].sessions", hasSize(0))
                .body("weeks[0].unassigned.blockedBy.flatten()", hasItem("OFFICE_CAPACITY"));
    }

    @Test
    void weekThatIsGoneIsRefusedWithTheReason() {
        // given: two clients are offered the same hours
        var program = Clinic.demoProgram(RIVERSIDE);
        var first = Clinic.admitAvailable(program, "08:00", "13:00");
        var second = Clinic.admitAvailable(program, "08:00", "13:00");
        var offered = bestWeeks(second, 1);
        take(first, bestWeeks(first, 1), 0).then().statusCode(201);

        // when
        var late = take(second, offered, 0);

        // then
        late.then()
                .statusCode(409)
                .body("type", equalTo("/problems/week-gone"))
                .body("detail", containsString(" has another session at "));
        Clinic.week(second, WEEK).then().body("sessions", hasSize(0));
    }

    @Test
    void nothingIsOfferedAgainstTheRules() {
        // given: who comes in the morning only
        var program = Clinic.demoProgram(RIVERSIDE);
        var client = Clinic.admitAvailable(program, "08:00", "13:00");

        // when
        var offered = bestWeeks(client, 20);

        // then
        offered.then().body("weeks.sessions.flatten().kind.findAll { it == 'CHECK_IN' }", hasSize(0));
        List<String> starts = offered.path("weeks.sessions.flatten().localStart");
        assertThat(starts).allSatisfy(start -> assertThat(start).isBetween("08:00", "12:45"));
        offered.then().body("weeks.plannedMinutes", everyItem(equalTo(900)));
    }
}
