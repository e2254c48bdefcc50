package care.iop.scheduling.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar feed as its owner and staff see it. */
@Schema(name = "CalendarFeed")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarFeedView(
        @Schema(required = true) UUID id,
        @Schema(required = true) FeedSubject subject,
        @Schema(required = true) UUID subjectId,
        @Schema(required = true) boolean details,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "The subject of the token that it was made with")
        String createdBy,

        @Schema(required = true, description = "When its present address was made")
        Instant issuedAt,

        @Schema(description = "Since when its address leads nowhere") @Nullable
        Instant revokedAt,

        @Schema(
                description =
                        "The secret address, told only now: whoever has it reads the calendar. Behind a proxy, replace scheme and host by your own.")
        @Nullable
        URI address) {

    /** Without the address: it opens a person's calendar. */
    @Override
    public String toString() {
        return "CalendarFeedView[id=" + id + "]";
    }
}
