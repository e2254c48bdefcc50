package care.iop.intake.disclosure;

import care.iop.chassis.consent.DataClass;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an outside machine asked for and was not told. */
@Schema(name = "RefusedDisclosure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefusedDisclosureView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant refusedAt,

        @Schema(required = true, description = "The client of the access token")
        String client,

        @Schema(description = "Whose machine it is; absent when it is nobody's that is registered") @Nullable
        UUID recipientId,

        @Schema(description = "Whose information it was; absent when what was asked for does not exist") @Nullable
        UUID patientId,

        @Schema(required = true) DataClass dataClass,

        @Schema(description = "The purpose that the machine stated") @Nullable
        String purpose,

        @Schema(required = true) String operation,

        @Schema(
                required = true,
                description =
                        "ABSENT, CLIENT_NOT_REGISTERED, PURPOSE_NOT_REGISTERED, or why no consent covers it, as a decision says it")
        List<String> reasons,

        @Schema(required = true) String requestId) {}
