package care.iop.intake.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.Desk;
import care.iop.intake.IntakeRoles;
import care.iop.intake.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class DirectoryProgramResourceTest {

    private static final String LIST = """
            external_id,name,levels,latitude,longitude,tracks,languages,telehealth,payers,sliding_fee,special_groups,medications,accreditations,listed
            NEAR,Near,2.1;2.5,38.63,-90.20,EVENING,en;es,yes,medicaid,yes,veterans,BUPRENORPHINE,carf,yes
            TWIN,Twin,2.1,38.63,-90.20,MORNING,en,no,medicare,no,,METHADONE,,yes
            CHICAGO,Chicago,2.1,41.8781,-87.6298,MORNING,en,yes,medicaid,no,,,,yes
            GONE,Gone,2.1,38.63,-90.20,MORNING,en,yes,medicaid,no,,,,no
            """;

    private final String organization = "org-" + UUID.randomUUID();

    @Test
    void nearestFirstWithinTheUsualDistance() {
        // given
        importing(LIST).statusCode(200).body("added", equalTo(4)).body("refused", equalTo(0));

        // when
        var found = search("latitude=38.627&longitude=-90.1994");

        // then
        found.statusCode(200)
                .body("items.externalId", containsInAnyOrder("NEAR", "TWIN"))
                .body("items[0].miles", equalTo(0.2f));
    }

    @Test
    void fartherWhenAsked() {
        // given
        importing(LIST).statusCode(200);

        // when
        var found = search("latitude=38.627&longitude=-90.1994&withinMiles=270");

        // then
        found.statusCode(200).body("items.externalId", containsInAnyOrder("NEAR", "TWIN", "CHICAGO"));
        search("latitude=38.627&longitude=-90.1994&withinMiles=250").body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level=2.5",
                "track=EVENING",
                "language=ES",
                "specialGroup=veterans",
                "medication=BUPRENORPHINE",
                "accreditation=carf",
                "slidingFee=true",
                "telehealth=true&payer=medicaid&latitude=38&longitude=-90&withinMiles=60"
            })
    void eachConditionNarrows(String query) {
        // given
        importing(LIST).statusCode(200);

        // when
        var found = search(query);

        // then
        found.statusCode(200).body("items.externalId", contains("NEAR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latitude=38.627&longitude=-90.1994&withinMiles=12000"})
    void pagesFollowEachOther(String query) {
        // given
        importing(LIST).statusCode(200);
        var seen = new ArrayList<String>();

        // when
        var path = "/api/directory-programs?limit=1&" + query;
        while (path != null) {
            var page = Desk.as(organization, "scheduler").get(path);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            seen.addAll(page.path("items.externalId"));
            var link = page.header("Link");
            path = link == null ? null : link.replaceFirst(".*<[^>]*(/api/[^>]*)>.*", "$1");
            if (path != null) {
                path = URLDecoder.decode(path, StandardCharsets.UTF_8);
            }
        }

        // then
        assertThat(seen).containsExactlyInAnyOrder("NEAR", "TWIN", "CHICAGO");
    }

    @Test
    void sameListAgainChangesNothingAndAnotherOneChangesOnlyWhatItNames() {
        // given
        importing(LIST).statusCode(200);

        // when
        var again = importing(LIST);
        var other =
                importing("external_id,name,levels,latitude,longitude\nTWIN,Renamed,1.5,38.63,-90.20\nBAD,,2.1,1,1\n");

        // then
        again.body("added", equalTo(0)).body("changed", equalTo(0)).body("unchanged", equalTo(4));
        other.body("added", equalTo(0))
                .body("changed", equalTo(1))
                .body("refused", equalTo(1))
                .body("faults[0].line", equalTo(3))
                .body("faults[0].column", equalTo("name"));
        search("level=1.5").body("items.name", contains("Renamed"));
        search("level=2.5").body("items.name", contains("Near"));
    }

    @Test
    void patientReadsDetails() {
        // given
        importing(LIST).statusCode(200);
        String id = search("level=2.5").extract().path("items[0].id");

        // when
        var details = given().auth()
                .oauth2(TestTokens.forPatient(organization, UUID.randomUUID()))
                .get("/api/directory-programs/" + id);

        // then
        details.then().statusCode(200).body("name", equalTo("Near")).body("languages", contains("en", "es"));
        assertThat(details.header("ETag")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latitude=38",
                "longitude=38",
                "latitude=91&longitude=1",
                "latitude=1&longitude=181",
                "latitude=1&longitude=1&withinMiles=0",
                "latitude=1&longitude=1&withinMiles=12437",
                "withinMiles=10",
                "level=9",
                "payer=%27",
                "limit=201",
                "after=zzz"
            })
    void impossibleSearchIsRefused(String query) {
        // when
        var found = search(query);

        // then
        found.statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telehealth=maybe",
                "track=NOON",
                "color=red",
                "latitude=north&longitude=1",
                "latitude=NaN&longitude=1",
                "latitude=1&longitude=1&withinMiles=NaN"
            })
    void unreadableSearchIsRefused(String query) {
        // when
        var found = search(query);

        // then
        found.statusCode(400);
    }

    @Test
    void noProgramAtTheOtherEndOfTheWorld() {
        // given
        importing(LIST).statusCode(200);

        // when
        var found = search("latitude=-38&longitude=90");

        // then
        found.statusCode(200).body("items", empty());
    }

    @Test
    void fileThatIsNoListIsRefusedWhole() {
        // when
        var refused = importing("name\nExample\n");

        // then
        refused.statusCode(400);
    }

    @Test
    void fileAboveOneMebibyteIsRefused() {
        // when
        var refused = importing(LIST + "x".repeat(1024 * 1024));

        // then
        refused.statusCode(413);
    }

    private ValidatableResponse importing(String list) {
        return Desk.csv(given().auth().oauth2(TestTokens.bearer(organization, IntakeRoles.PROGRAM_DIRECTOR)))
                .body(list)
                .post("/api/directory-programs/imports")
                .then();
    }

    private ValidatableResponse search(String query) {
        return Desk.as(organization, "scheduler")
                .urlEncodingEnabled(false)
                .get("/api/directory-programs?" + query)
                .then();
    }
}
