package care.iop.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** What the payer allows of a person's treatment, and what the first week uses up of it. */
final class PayerChapter {

    private static final int APPROVED_DAYS = 20;

    private final StoryApi api;
    private final String coordinator;
    private final Consumer<String> out;

    PayerChapter(StoryApi api, String coordinator, Consumer<String> out) {
        this.api = api;
        this.coordinator = coordinator;
        this.out = out;
    }

    /** Records that the payer was asked and approved; answers the path of the authorization. */
    String authorize(UUID patient, LocalDate from, LocalDate today) {
        var asked = api.post(
                coordinator,
                "/intake/api/patients/" + patient + "/authorizations",
                """
                {"payer": {"name": "Example Health Plan", "electronicId": "EX001"},
                 "services": [{"code": "H0015", "units": %d}],
                 "requestedOn": "%s", "validFrom": "%s", "validTo": "%s"}
                """.formatted(APPROVED_DAYS, from, from, from.plusDays(89)),
                201);
        var path = "/intake/api/patients/" + patient + "/authorizations/" + asked.id();
        api.move(
                coordinator,
                path + "/decision",
                """
                {"outcome": "APPROVED", "decidedOn": "%s", "number": "AUTH-%s"}
                """.formatted(today, asked.id().toString().substring(0, 8)),
                asked.etag());
        out.accept("intake      the payer authorized " + APPROVED_DAYS
                + " days of treatment (H0015); the roster will not use more");
        return path;
    }

    /** Waits until intake has heard of the whole week's attendance, and tells what is left. */
    void tellWhatIsLeft(String authorization) {
        var left = service(api.await(
                        coordinator,
                        authorization + "/burn-down",
                        "the attendance of the week in the authorization",
                        answer -> units(answer.body(), "deliveredUnits") > 0
                                && units(answer.body(), "scheduledUnits") == 0)
                .body());
        out.accept("intake      of the " + left.required("approvedUnits").asInt() + " authorized days "
                + left.required("deliveredUnits").asInt() + " were delivered by attendance, and "
                + left.required("remainingUnits").asInt() + " are left");
    }

    private static int units(JsonNode burnDown, String which) {
        return service(burnDown).required(which).asInt();
    }

    private static JsonNode service(JsonNode burnDown) {
        return burnDown.at("/services/0");
    }
}
