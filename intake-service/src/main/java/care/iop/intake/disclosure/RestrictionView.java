package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agreed restriction as callers see it. */
@Schema(name = "Restriction")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestrictionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Nullable UUID recipientId,
        @Schema(required = true) Set<DataClass> dataClasses,
        @Nullable PrivateText reason,
        @Schema(required = true) Instant agreedAt,
        @Schema(required = true) String agreedBy,
        @Nullable Instant endedAt) {

    /** A patient's restrictions, earliest agreed first. */
    @Schema(name = "RestrictionList")
    record Items(@Schema(required = true) List<RestrictionView> items) {}
}
