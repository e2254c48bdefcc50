package care.iop.scheduling.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One meeting of a series, whether or not it is scheduled yet. */
@Schema(name = "Occurrence")
public record Occurrence(
        @Schema(required = true) UUID seriesId,

        @Schema(required = true, description = "The day in the program's zone")
        LocalDate sessionOn,

        @Schema(
                required = true,
                description = "What the clock on the wall says; moved forward where daylight saving skips it")
        LocalTime localStart,

        @Schema(required = true) Instant startsAt,
        @Schema(required = true) Instant endsAt,

        @Schema(required = true, examples = "America/New_York")
        String zone) {

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
}
