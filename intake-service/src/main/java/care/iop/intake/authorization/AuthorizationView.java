package care.iop.intake.authorization;

import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An authorization as staff see it. */
@Schema(name = "Authorization")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorizationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,

        @Schema(description = "The stay whose sessions burn it down; absent until there is one") @Nullable
        UUID admissionId,

        @Schema(required = true) AuthorizationPayer payer,
        @Nullable UUID insurancePolicyId,

        @Schema(description = "The payer's number", examples = "AUTH-77012") @Nullable
        String number,

        @Schema(required = true) AuthorizationStatus status,
        @Schema(required = true) List<Service> services,
        @Schema(required = true) LocalDate requestedOn,
        @Schema(required = true) LocalDate validFrom,

        @Schema(required = true, description = "The last day")
        LocalDate validTo,

        @Nullable LocalDate plannedEndOn,

        @Schema(description = "The payer's own day") @Nullable
        LocalDate concurrentReviewDueOn,

        @Nullable DenialReason denialReason,
        @Nullable LocalDate closedOn,
        @Nullable ClosureReason closureReason,

        @Schema(required = true, description = "What happened, in order, each with how it stood afterwards")
        List<Step> history,

        @Schema(required = true, description = "The subject of the access token")
        String recordedBy,

        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, description = "Of the rules that were kept with it", examples = "authorization-1.0")
        String policyVersion,

        @Schema(required = true, description = "How units are counted and watched, and whose policy that is")
        String policy) {

    /** One service of it. */
    @Schema(name = "AuthorizationService")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Service(
            @Schema(required = true, examples = "H0015") String code,
            @Schema(required = true) UnitBasis basis,

            @Schema(
                    required = true,
                    description = "How delivered minutes become units",
                    examples = "One unit for each day with at least 180 delivered minutes.")
            String rule,

            @Schema(required = true, examples = "20") int requestedUnits,

            @Schema(description = "Absent until the payer has decided", examples = "12") @Nullable
            Integer approvedUnits) {

        static Service of(AuthorizedService service) {
            return new Service(
                    service.code(),
                    service.rule().basis(),
                    service.rule().words(),
                    service.requestedUnits(),
                    service.approvedUnits());
        }
    }

    /** One thing that happened to it. */
    @Schema(name = "AuthorizationStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            @Schema(required = true) AuthorizationStep.Kind kind,
            @Schema(required = true) LocalDate decidedOn,
            @Schema(required = true) List<Service> services,
            @Schema(required = true) LocalDate validFrom,
            @Schema(required = true) LocalDate validTo,
            @Nullable LocalDate concurrentReviewDueOn,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable PrivateText note,
            @Schema(required = true) String recordedBy,
            @Schema(required = true) Instant recordedAt) {}
}
