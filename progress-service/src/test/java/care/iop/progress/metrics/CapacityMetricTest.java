package care.iop.progress.metrics;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.Roles;
import care.iop.progress.ServiceTest;
import care.iop.progress.metrics.People.Person;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capacity utilization of a program whose weeks can be counted by hand. All days lie in the past. */
@ServiceTest
class CapacityMetricTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final LocalDate JANUARY_12 = JANUARY_5.plusWeeks(1);
    private static final String BEFORE = "2025-12-30T15:00:00Z";
    private static final String LATER = "2025-12-31T15:00:00Z";

    @Inject
    Database database;

    private final UUID program = UUID.randomUUID();
    private String organization;
    private People people;

    @BeforeEach
    void nameOrganization() {
        organization = "capacity-" + UUID.randomUUID();
        people = new People(database, organization);
    }

    @Test
    void seatsBookedAndAttendedAreOfAllThatWereOffered() {
        // given: 12 persons in one group of 20 seats, and a second group of 16 that nobody booked
        var clients = admit(program, 12);
        people.publication(program, JANUARY_5, BEFORE, 2, 36, false);
        for (int i = 0; i < 12; i++) {
            people.seat(
                    clients.get(i),
                    JANUARY_5,
                    i < 8 ? "ATTENDED" : i == 8 ? "LATE" : i == 9 ? "BOOKED" : "NO_SHOW",
                    "GROUP");
        }
        // given: what is no group, was given up, or was canceled by the program
        people.seat(clients.get(0), JANUARY_5.plusDays(1), "ATTENDED", "INDIVIDUAL");
        people.seat(clients.get(1), JANUARY_5.plusDays(1), "WITHDRAWN", "GROUP");
        people.seat(clients.get(2), JANUARY_5.plusDays(1), "CANCELLED_BY_PROGRAM", "GROUP");
        // given: a workshop on the week's last day
        people.seat(clients.get(3), JANUARY_5.plusDays(6), "ATTENDED", "SKILLS");

        // when
        var shown = january(Map.of());

        // then: 12 and 1 of 36 booked, 9 and 1 attended
        shown.body("all.persons", equalTo(12))
                .body("all.counts.WITH_GROUP_SEAT", equalTo(12))
                .body(measure("SEATS_BOOKED") + ".numerator", equalTo(13))
                .body(measure("SEATS_BOOKED") + ".denominator", equalTo(36))
                .body(measure("SEATS_BOOKED") + ".value", equalTo(0.3611f))
                .body(measure("SEATS_ATTENDED") + ".numerator", equalTo(10))
                .body(measure("SEATS_ATTENDED") + ".denominator", equalTo(36))
                .body("all.sums.WEEKS_COUNTED", equalTo(1))
                .body("all.sums.WEEKS_NOT_TOLD", equalTo(0))
                .body("all.sums.GROUP_SESSIONS_OFFERED", equalTo(2))
                .body("asOf", equalTo("2026-02-28"));
    }

    @Test
    void weekWithoutAFigureIsNamedAndNeverZero() {
        // given: one week is told, one was published before seats were told, one never, and one has a booking of
        // unknown kind
        var clients = admit(program, 22);
        var first = clients.subList(0, 11);
        var second = clients.subList(11, 22);
        people.publication(program, JANUARY_5, BEFORE, 1, 12, false);
        people.publication(program, JANUARY_12, BEFORE, null, null, false);
        people.publication(program, JANUARY_5.plusWeeks(3), BEFORE, 1, 12, false);
        first.forEach(client -> people.seat(client, JANUARY_5, "ATTENDED", "GROUP"));
        first.forEach(client -> people.seat(client, JANUARY_12, "ATTENDED", "GROUP"));
        second.forEach(client -> people.seat(client, JANUARY_5.plusWeeks(2), "ATTENDED", "GROUP"));
        second.forEach(client -> people.seat(client, JANUARY_5.plusWeeks(3), "ATTENDED", null));

        // when
        var shown = january(Map.of());

        // then
        shown.body("all.persons", equalTo(11))
                .body("all.excluded.ONLY_IN_WEEKS_NOT_TOLD", equalTo(11))
                .body(measure("SEATS_BOOKED") + ".numerator", equalTo(11))
                .body(measure("SEATS_BOOKED") + ".denominator", equalTo(12))
                .body("all.sums.WEEKS_COUNTED", equalTo(1))
                .body("all.sums.WEEKS_NOT_TOLD", equalTo(3));
    }

    @Test
    void withoutAnyToldWeekThereIsNoRate() {
        // given
        people.publication(program, JANUARY_5, BEFORE, null, null, false);

        // when
        var shown = january(Map.of());

        // then
        shown.body(measure("SEATS_BOOKED") + ".value", nullValue()).body("all.sums.WEEKS_NOT_TOLD", equalTo(1));
    }

    @Test
    void newestPublicationThatWasNotTakenBackIsInForce() {
        // given
        people.publication(program, JANUARY_5, BEFORE, 1, 12, false);
        people.publication(program, JANUARY_5, LATER, 2, 24, false);
        people.publication(program, JANUARY_5, "2026-01-01T15:00:00Z", 3, 36, true);
        people.publication(program, JANUARY_12, BEFORE, 1, 12, true);

        // when
        var shown = january(Map.of());

        // then: nobody booked a seat of the one week that is published
        shown.body(measure("SEATS_BOOKED") + ".numerator", equalTo(0))
                .body(measure("SEATS_BOOKED") + ".denominator", equalTo(24))
                .body("all.sums.WEEKS_COUNTED", equalTo(1));
    }

    @Test
    void weekCountsWhenItIsOverAndBeginsInTheMonths() {
        // given
        people.publication(program, JANUARY_5, BEFORE, 1, 12, false);
        people.publication(program, LocalDate.of(2025, 12, 29), BEFORE, 1, 100, false);
        people.publication(program, LocalDate.of(2026, 2, 2), BEFORE, 1, 100, false);

        // when
        var over = january(Map.of("asOf", "2026-01-11"));
        var notOver = january(Map.of("asOf", "2026-01-10"));

        // then
        over.body(measure("SEATS_BOOKED") + ".denominator", equalTo(12));
        january(Map.of()).body(measure("SEATS_BOOKED") + ".denominator", equalTo(12));
        notOver.body(measure("SEATS_BOOKED") + ".denominator", equalTo(0)).body("groups", hasSize(0));
    }

    @Test
    void programsStandApartAndFewPersonsAreHidden() {
        // given: 10, 11 and 40 persons, with a seat each
        var programs = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        int[] sizes = {10, 11, 40};
        for (int p = 0; p < sizes.length; p++) {
            people.publication(programs.get(p), JANUARY_5, BEFORE, 5, 60, false);
            admit(programs.get(p), sizes[p]).forEach(client -> people.seat(client, JANUARY_5, "ATTENDED", "GROUP"));
        }

        // when
        var shown = january(Map.of("by", "PROGRAM"));

        // then: the hidden one takes the smallest other with it
        shown.body("suppressed", equalTo(true)).body(measure("SEATS_BOOKED") + ".numerator", equalTo(61));
        for (var hidden : programs.subList(0, 2)) {
            shown.body(group(hidden) + ".persons", nullValue())
                    .body(group(hidden) + ".measures.suppressed", contains(true, true))
                    .body(group(hidden) + ".sums", aMapWithSize(0));
        }
        shown.body(group(programs.get(2)) + ".measures[0].numerator", equalTo(40));
        january(Map.of("programId", programs.get(2).toString()))
                .body(measure("SEATS_BOOKED") + ".denominator", equalTo(60));
    }

    @Test
    void seatsOfAnotherOrganizationAreNotCounted() {
        // given
        people.publication(program, JANUARY_5, BEFORE, 1, 12, false);

        // when
        var shown = read("capacity-" + UUID.randomUUID(), Map.of());

        // then
        shown.statusCode(200).body(measure("SEATS_BOOKED") + ".denominator", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "level, 2.1",
        "referralSource, COURT",
        "payer, MEDICAID",
        "track, EVENING",
        "by, LEVEL",
        "by, ADMISSION_MONTH",
        "by, REFERRAL_SOURCE",
        "by, PAYER",
        "by, TRACK"
    })
    void whatDividesPersonsIsRefused(String parameter, String value) {
        // when
        var refused = read(organization, Map.of(parameter, value));

        // then
        refused.statusCode(422).body("errors.pointer", contains(parameter));
    }

    private List<Person> admit(UUID to, int persons) {
        var admitted = new ArrayList<Person>();
        for (int i = 0; i < persons; i++) {
            admitted.add(people.admit(JANUARY_5.minusWeeks(2), to, "2.1", "COURT"));
        }
        return admitted;
    }

    private static String measure(String code) {
        return "all.measures.find { it.code == '" + code + "' }";
    }

    private static String group(UUID key) {
        return "groups.find { it.key == '" + key + "' }";
    }

    private ValidatableResponse january(Map<String, String> parameters) {
        return read(organization, parameters).statusCode(200);
    }

    private static ValidatableResponse read(String organization, Map<String, String> parameters) {
        var all = new HashMap<>(Map.of("from", "2026-01", "asOf", "2026-02-28"));
        all.putAll(parameters);
        return Clinic.json(TestTokens.bearer(organization, Roles.ANALYST))
                .queryParams(all)
                .get("/api/metrics/CAPACITY_UTILIZATION")
                .then();
    }
}
