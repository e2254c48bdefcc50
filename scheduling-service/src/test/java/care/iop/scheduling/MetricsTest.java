package care.iop.scheduling;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.iop.chassis.testing.telemetry.DeclaredMetric;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.Test;

@ServiceTest
class MetricsTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void whatIsPublishedIsWhatIsDeclared() {
        // given: requests are counted from the first one on

        // when
        given().get("/api/no-such-thing").then().statusCode(404);

        // then
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(DeclaredMetric.findings("scheduling", management))
                .isEmpty());
    }
}
