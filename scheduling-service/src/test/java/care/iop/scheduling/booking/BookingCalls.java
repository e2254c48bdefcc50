package care.iop.scheduling.booking;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;

import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls of booking by hand, as tests make them. */
public final class BookingCalls {

    private BookingCalls() {}

    /** A one-hour individual session. */
    public static Map<String, Object> appointment(UUID clinician, UUID room, String localStart) {
        var appointment = new HashMap<String, Object>();
        appointment.put("kind", "INDIVIDUAL");
        appointment.put("localStart", localStart);
        appointment.put("durationMinutes", 60);
        appointment.put("clinicianId", clinician);
        if (room != null) {
            appointment.put("roomId", room);
        }
        return appointment;
    }

    public static Response book(Client client, LocalDate on, Map<String, Object> appointment) {
        return scheduler(client.program().organization())
                .body(Map.of(
                        "enrollmentId", client.enrollmentId(), "sessionOn", on.toString(), "appointment", appointment))
                .post("/api/bookings");
    }

    public static Response hold(Client client, UUID series, LocalDate on) {
        return scheduler(RIVERSIDE)
                .body(Map.of("enrollmentId", client.enrollmentId(), "seriesId", series, "sessionOn", on.toString()))
                .post("/api/holds");
    }

    public static Response hold(Client client, LocalDate on, Map<String, Object> appointment) {
        return scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId", client.enrollmentId(), "sessionOn", on.toString(), "appointment", appointment))
                .post("/api/holds");
    }

    public static Response bookSeries(Client client, LocalDate from, LocalDate until, List<Map<String, Object>> items) {
        return scheduler(RIVERSIDE)
                .body(Map.of(
                        "enrollmentId",
                        client.enrollmentId(),
                        "from",
                        from.toString(),
                        "until",
                        until.toString(),
                        "items",
                        items))
                .post("/api/booking-series");
    }

    public static Map<String, Object> weekly(Map<String, Object> appointment, String... days) {
        return Map.of("appointment", appointment, "days", List.of(days));
    }

    public static Response move(String booking, Map<String, Object> where) {
        return scheduler(RIVERSIDE).header("If-Match", "*").body(where).post("/api/bookings/{id}/move", booking);
    }

    public static Response cancel(String booking, Map<String, Object> body) {
        return scheduler(RIVERSIDE).header("If-Match", "*").body(body).post("/api/bookings/{id}/cancellation", booking);
    }

    /** A one-hour check-in on Saturdays. */
    public static UUID checkIn(DemoProgram program, int capacity, String localStart) {
        return group(program, capacity, "FREQ=WEEKLY;BYDAY=SA", localStart);
    }

    /** A one-hour check-in by this rule, with nobody to lead it. */
    public static UUID group(DemoProgram program, int capacity, String rrule, String localStart) {
        var series = Clinic.series(program.id(), "CHECK_IN", "MORNING", localStart);
        series.putAll(Map.of("capacity", capacity, "minimumSize", 0, "rrule", rrule, "durationMinutes", 60));
        return UUID.fromString(scheduler(program.organization())
                .body(series)
                .post("/api/session-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
