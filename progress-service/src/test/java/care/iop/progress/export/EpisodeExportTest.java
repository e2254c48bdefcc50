package care.iop.progress.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import care.iop.chassis.testing.TestTokens;
import care.iop.progress.Database;
import care.iop.progress.Roles;
import care.iop.progress.ServiceTest;
import care.iop.progress.metrics.People;
import care.iop.progress.metrics.People.Person;
import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of episodes, counted by hand. All days lie in the past. */
@ServiceTest
class EpisodeExportTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);

    @Inject
    Database database;

    @TempDir
    Path folder;

    private String organization;
    private People people;

    @BeforeEach
    void nameOrganization() {
        organization = "exports-" + UUID.randomUUID();
        people = new People(database, organization);
    }

    private Response export(String ending, String... parameters) {
        var request = given().auth().oauth2(TestTokens.bearer(organization, Roles.PROGRAM_DIRECTOR));
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/api/exports/episodes." + ending);
    }

    private List<EpisodeRow> parquet(String... parameters) throws IOException {
        var answer = export("parquet", parameters);
        answer.then().statusCode(200).contentType("application/vnd.apache.parquet");
        var file = Files.write(folder.resolve("episodes.parquet"), answer.asByteArray());
        return new CarpetReader<>(file.toFile(), EpisodeRow.class)
                .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
                .toList();
    }

    private Person somebody() {
        var person = people.admit(JANUARY_5);
        people.firstContact(person, JANUARY_5.minusDays(3));
        people.week(person, JANUARY_5, 6, 1, 4, 0, 900, 720);
        people.week(person, JANUARY_5.plusWeeks(1), 5, 0, 5, 0, 900, 900);
        people.homework(person, JANUARY_5.plusDays(3), JANUARY_5.plusDays(3), false);
        people.homework(person, JANUARY_5.plusDays(4), null, false);
        people.meeting(person, JANUARY_5.plusDays(1), true, "ATTENDED");
        people.meeting(person, JANUARY_5.plusDays(2), true, "MISSED");
        people.total(person, "PHQ-9", JANUARY_5, 18);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(12), 9);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(20), 4);
        database.change(
                "insert into weekly_check_ins (organization_id, admission_id, week_starts_on, reported_days, use_days,"
                        + " mood_sum, craving_sum, sleep_half_hours_sum) values (?, ?, ?, 7, 1, 15, 10, 42)",
                organization,
                person.admission(),
                JANUARY_5);
        return person;
    }

    @Test
    void columnsAreWhatCameOfEachEpisodeUpToTheDay() throws IOException {
        // given
        var person = somebody();
        people.discharge(person, JANUARY_5.plusDays(30), 1);

        // when
        var rows = parquet("from", "2026-01", "asOf", JANUARY_5.plusDays(13).toString());

        // then
        assertThat(rows).hasSize(1);
        var row = rows.get(0);
        assertThat(row.admissionId()).isEqualTo(person.admission().toString());
        assertThat(row.admittedOn()).isEqualTo(JANUARY_5);
        assertThat(row.firstContactOn()).isEqualTo(JANUARY_5.minusDays(3));
        assertThat(row.endedOn()).isNull();
        assertThat(row.tedsReason()).isNull();
        assertThat(row.scheduledSessions()).isEqualTo(10);
        assertThat(row.attendedSessions()).isEqualTo(9);
        assertThat(row.deliveredMinutes()).isEqualTo(1620);
        assertThat(row.checkInDays()).isEqualTo(3);
        assertThat(row.useDays()).isEqualTo(1);
        assertThat(row.meanMood()).isEqualTo(5.0);
        assertThat(row.meanCraving()).isEqualTo(3.33);
        assertThat(row.homeworkDue()).isEqualTo(2);
        assertThat(row.homeworkDone()).isEqualTo(1);
        assertThat(row.meetingsPlanned()).isEqualTo(2);
        assertThat(row.meetingsAttended()).isEqualTo(1);
        assertThat(row.firstPhq9()).isEqualTo(18);
        assertThat(row.lastPhq9()).isEqualTo(9);
        assertThat(row.firstGad7()).isNull();
        assertThat(parquet("from", "2026-01").get(0).tedsReason()).isEqualTo(1);
    }

    @Test
    void voidResultIsNotAmongTheTotals() throws IOException {
        // given
        var person = somebody();
        people.voidResults(person, JANUARY_5);
        people.voidResults(person, JANUARY_5.plusDays(20));

        // when
        var row = parquet("from", "2026-01").get(0);

        // then
        assertThat(row.firstPhq9()).isEqualTo(9);
        assertThat(row.lastPhq9()).isEqualTo(9);
    }

    @Test
    void csvHasTheSameColumns() {
        // given
        var person = somebody();

        // when
        var file =
                export("csv", "from", "2026-01", "asOf", JANUARY_5.plusDays(13).toString());

        // then
        var lines = file.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("episodes-2026-01-2026-01-as-of-2026-01-18.csv"))
                .extract()
                .asString()
                .split("\n", -1);
        assertThat(lines[0])
                .startsWith("admission_id,program_id,level_of_care,")
                .contains("mean_craving", "first_phq9");
        assertThat(lines[1])
                .startsWith("\"" + person.admission() + "\"")
                .contains(",2026-01-05,2026-01-02,,,900,10,9,");
        assertThat(file.asString()).doesNotContain(person.patient().toString());
    }

    @Test
    void onlyTheCohortAndTheOwnOrganization() throws IOException {
        // given
        var program = UUID.randomUUID();
        people.admit(JANUARY_5, program, "2.1", "COURT");
        people.admit(JANUARY_5.plusMonths(1), program, "2.1", "COURT");
        people.admit(JANUARY_5, UUID.randomUUID(), "2.1", "COURT");
        new People(database, "exports-" + UUID.randomUUID()).admit(JANUARY_5, program, "2.1", "COURT");

        // when, then
        assertThat(parquet("from", "2026-01")).hasSize(2);
        assertThat(parquet("from", "2026-01", "to", "2026-02")).hasSize(3);
        assertThat(parquet("from", "2026-01", "programId", program.toString())).hasSize(1);
        assertThat(parquet("from", "2025-12")).isEmpty();
    }

    @Test
    void eachPersonIsNotedInTheAccessLog() throws IOException {
        // given
        var person = somebody();

        // when
        parquet("from", "2026-01");

        // then
        assertThat(database.texts(
                        "select operation from access_log where organization_id = ? and person_id = ? and action = 'READ'",
                        organization,
                        person.patient()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "from, January, from",
        "to, 2025-12, to",
        "to, 2031-01, to",
        "asOf, 2999-01-01, asOf",
    })
    void whatCanNotBeMeantIsRefused(String parameter, String value, String at) {
        var request = given().auth().oauth2(TestTokens.bearer(organization, Roles.PROGRAM_DIRECTOR));
        (parameter.equals("from") ? request : request.queryParam("from", "2026-01"))
                .queryParam(parameter, value)
                .get("/api/exports/episodes.csv")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(at));
    }
}
