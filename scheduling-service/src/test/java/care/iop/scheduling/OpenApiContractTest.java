package care.iop.scheduling;

import static io.restassured.RestAssured.given;

import care.iop.chassis.testing.contract.OpenApiContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiContractTest {

    @Test
    void documentIsCurrentAndComplete() {
        // when
        var live = given().get("/q/openapi").then().statusCode(200).extract().asString();

        // then
        OpenApiContract.in(Path.of("contracts"))
                .withPublicOperations("readCalendar", "readCapabilities", "readSmartConfiguration")
                .check(live);
    }
}
