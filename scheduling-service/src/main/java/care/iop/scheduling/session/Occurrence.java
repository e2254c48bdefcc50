package care.iop.scheduling.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One meeting of a series, whether or not it is scheduled yet. */
@Schema(name = "Occurrence")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occurrence(
        @Schema(required = true) UUID seriesId,

        @Schema(required = true, description = "The day in the site's zone")
        LocalDate sessionOn,

        @Schema(
                required = true,
                description =
                        "What the clock on the wall says. A time that daylight saving skips is moved forward by the gap, so 02:30 becomes 03:30; of a time that is there twice the first is meant (RFC 5545 section 3.3.5)")
        LocalTime localStart,

        @Schema(required = true) Instant startsAt,
        @Schema(required = true) Instant endsAt,

        @Schema(required = true, examples = "America/New_York")
        String zone,

        @Schema(required = true, description = "The day that the rule gives, which identifies the meeting")
        LocalDate originalOn,

        @Schema(description = "Who leads it, when that is settled") @Nullable
        UUID facilitatorId,

        @Schema(description = "Where it meets when booked by hand; absent by video") @Nullable
        UUID roomId,

        @Schema(required = true, description = "Whether it meets by video")
        boolean tele,

        @Schema(description = "What it teaches by the curriculum", examples = "CRAVINGS") @Nullable
        String moduleCode) {

    /** A meeting of which only the time is known. */
    public Occurrence(
            UUID seriesId, LocalDate sessionOn, LocalTime localStart, Instant startsAt, Instant endsAt, String zone) {
        this(seriesId, sessionOn, localStart, startsAt, endsAt, zone, sessionOn, null, null, false, null);
    }

    /**
     * The meeting on a day at a local time. A time that daylight saving skips is taken with the offset before the gap, and
     * of a time that is there twice the first is meant, as RFC 5545 section 3.3.5 has it.
     */
    static Occurrence of(UUID seriesId, LocalDate day, LocalTime localStart, Duration lasting, ZoneId zone) {
        var start = ZonedDateTime.of(day, localStart, zone);
        return new Occurrence(
                seriesId,
                day,
                start.toLocalTime(),
                start.toInstant(),
                start.toInstant().plus(lasting),
                zone.getId());
    }

    /** The same meeting with who leads it, where, and how. */
    Occurrence with(LocalDate originalOn, @Nullable UUID facilitatorId, @Nullable UUID roomId, boolean tele) {
        return new Occurrence(
                seriesId,
                sessionOn,
                localStart,
                startsAt,
                endsAt,
                zone,
                originalOn,
                facilitatorId,
                tele ? null : roomId,
                tele,
                moduleCode);
    }

    Occurrence teaching(CurriculumModule module) {
        return new Occurrence(
                seriesId,
                sessionOn,
                localStart,
                startsAt,
                endsAt,
                zone,
                originalOn,
                facilitatorId,
                roomId,
                tele,
                module.code());
    }

    /** When it is. */
    SessionTime time() {
        return new SessionTime(sessionOn, startsAt, endsAt, zone);
    }

    /** Who leads it and where, as far as that is settled. */
    public SessionPlace place() {
        return new SessionPlace(facilitatorId, roomId);
    }
}
