package care.iop.progress.capacity;

import care.iop.chassis.testing.KafkaProbe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Scheduling's events about publications of a week. */
public final class Rosters {

    public static final String TOPIC = "scheduling.roster.v1";

    private Rosters() {}

    /** A publication with the seats that its week offers. */
    public static KafkaProbe.Event published(
            String organization,
            UUID publication,
            UUID program,
            LocalDate monday,
            Instant at,
            int sessions,
            int seats) {
        var data = data(publication, program, monday);
        data.put("publishedAt", at.toString());
        data.put("groupSessions", sessions);
        data.put("groupSeats", seats);
        return KafkaProbe.event("care.iop.scheduling.roster-published.v1", publication, organization, data);
    }

    /** A publication as scheduling told it before it told seats. */
    public static KafkaProbe.Event publishedWithoutSeats(
            String organization, UUID publication, UUID program, LocalDate monday, Instant at) {
        var data = data(publication, program, monday);
        data.put("publishedAt", at.toString());
        return KafkaProbe.event("care.iop.scheduling.roster-published.v1", publication, organization, data);
    }

    /** The publication was taken back. */
    public static KafkaProbe.Event rolledBack(String organization, UUID publication, UUID program, LocalDate monday) {
        return KafkaProbe.event(
                        "care.iop.scheduling.roster-rolled-back.v1",
                        publication,
                        organization,
                        data(publication, program, monday))
                .withVersion(1);
    }

    private static Map<String, Object> data(UUID publication, UUID program, LocalDate monday) {
        var data = new LinkedHashMap<String, Object>();
        data.put("publicationId", publication);
        data.put("programId", program);
        data.put("weekStartingOn", monday.toString());
        return data;
    }
}
