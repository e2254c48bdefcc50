package care.iop.intake.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import care.iop.chassis.testing.TestTokens;
import care.iop.intake.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class DashboardTest {

    @ParameterizedTest
    @CsvSource({
        "/dashboard/board, intake-coordinator, Intake",
        "/dashboard/board, clinician, Intake",
        "/dashboard/referrals/0190f3a1-5a0c-7b18-891a-3d0c1b2a3948, program-director, Referral"
    })
    void pageIsForItsRolesWithAStrictPolicyOfContent(String path, String role, String title) {
        given().auth()
                .oauth2(TestTokens.bearer("riverside", role))
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        containsString("default-src 'none'; script-src 'self'; style-src 'self'"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body("html.body.main.h1", equalTo(title));
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/board, scheduler",
        "/dashboard/board, patient",
        "/dashboard/referrals/0190f3a1-5a0c-7b18-891a-3d0c1b2a3948, compliance-officer"
    })
    void otherRolesAreToldSoOnAPage(String path, String role) {
        given().auth()
                .oauth2(TestTokens.bearer("riverside", role))
                .get(path)
                .then()
                .statusCode(403)
                .contentType("text/html;charset=utf-8")
                .body("html.body.main.h1", equalTo("Not for your role"));
    }

    @Test
    void withoutSignInNoPageIsShown() {
        given().get("/dashboard/board").then().statusCode(401);
    }

    /** Here no client for pages is configured, and a cookie is nothing. */
    @Test
    void cookieOpensNothingWherePagesAreOff() {
        given().cookie("q_session_pages", "anything")
                .get("/dashboard/board")
                .then()
                .statusCode(401);
        given().cookie("q_session_pages", "anything")
                .get("/api/referrals")
                .then()
                .statusCode(401);
    }

    @Test
    void looksAndScriptsAreServed() {
        for (var file :
                new String[] {"iop.css", "iop.js", "board.js", "referral.js", "placement.js", "assessment.js"}) {
            given().get("/web/" + file).then().statusCode(200);
        }
        given().get("/webjars/echarts/dist/echarts.min.js").then().statusCode(200);
    }
}
