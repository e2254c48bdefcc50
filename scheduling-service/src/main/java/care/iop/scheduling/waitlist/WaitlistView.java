package care.iop.scheduling.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's place on a waitlist, with how it comes about. */
@Schema(name = "WaitlistEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitlistView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID programId,
        @Schema(required = true) UUID seriesId,
        @Schema(required = true) UUID enrollmentId,
        @Schema(required = true) List<LocalDate> days,
        @Schema(required = true) WaitlistStatus status,
        @Schema(required = true) Instant joinedAt,
        @Schema(required = true) String joinedBy,

        @Schema(description = "1 is next; absent unless WAITING", examples = "3") @Nullable
        Integer position,

        @Schema(description = "Those before who have a higher priority", examples = "1") @Nullable
        Integer aheadByPriority,

        @Schema(description = "Those before of the same priority who wait longer", examples = "1") @Nullable
        Integer aheadByTime,

        @Schema(description = "When the seats were offered; absent as long as none were") @Nullable
        Instant offeredAt,

        @Schema(description = "Until when the offer stands; absent unless OFFERED") @Nullable
        Instant offerUntil,

        @Schema(description = "Why a seat that was free could not be offered to this client") @Nullable
        String passedOver,

        @Nullable Instant endedAt,

        @Schema(required = true, examples = "Number 3 in line: 1 before has a higher priority, 1 waits longer.")
        String text) {}
