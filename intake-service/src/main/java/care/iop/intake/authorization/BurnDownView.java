package care.iop.intake.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an authorization stands today, and how long it will last. */
@Schema(name = "AuthorizationBurnDown")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BurnDownView(
        @Schema(required = true) UUID authorizationId,
        @Schema(required = true) UUID patientId,
        @Nullable UUID admissionId,
        @Schema(required = true) AuthorizationStatus status,

        @Schema(required = true, description = "The day that this is of")
        LocalDate asOf,

        @Schema(required = true) LocalDate validFrom,
        @Schema(required = true) LocalDate validTo,

        @Schema(
                required = true,
                description =
                        "The last day that it has to cover: the planned end of treatment, or what stands for it; see reasons")
        LocalDate coversUntil,

        @Schema(
                description =
                        "The day on which the last unit is expected to be used, or the validity ends before treatment")
        @Nullable
        LocalDate exhaustsOn,

        @Schema(description = "The first day of treatment that is not covered; absent when it lasts") @Nullable
        LocalDate firstUncoveredOn,

        @Schema(required = true) boolean runsOutBeforePlannedEnd,

        @Schema(description = "By when the payer has to be asked for more; absent when nothing more is needed")
        @Nullable
        LocalDate reviewDueOn,

        @Schema(required = true) List<Service> services,
        @Schema(required = true) List<Reason> reasons,

        @Schema(required = true, description = "How units are counted and foreseen, and whose policy that is")
        String policy) {

    /** One service of it. */
    @Schema(name = "BurnDownService")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Service(
            @Schema(required = true, examples = "H0015") String code,
            @Schema(required = true) UnitBasis basis,
            @Schema(required = true) String rule,
            @Schema(required = true, examples = "12") int approvedUnits,

            @Schema(required = true, description = "From delivered minutes, not from scheduled ones", examples = "4")
            int deliveredUnits,

            @Schema(required = true, description = "What booked sessions add that are not marked yet", examples = "3")
            int scheduledUnits,

            @Schema(
                    required = true,
                    description = "Approved less delivered; below zero when more was delivered",
                    examples = "8")
            int remainingUnits,

            @Nullable LocalDate exhaustsOn,
            @Nullable LocalDate firstUncoveredOn) {}

    /** Why the forecast is as it is. */
    @Schema(name = "BurnDownReason")
    record Reason(
            @Schema(required = true) BurnDown.Code code,

            @Schema(required = true, examples = "H0015: 12 units are used up before 2026-12-21, a day of treatment.")
            String text) {}

    static BurnDownView of(Authorization authorization, BurnDown burnDown, String policy) {
        var terms = authorization.terms();
        return new BurnDownView(
                authorization.id(),
                authorization.patientId(),
                authorization.admissionId().orElse(null),
                authorization.status(),
                burnDown.asOf(),
                terms.validFrom(),
                terms.validTo(),
                burnDown.until(),
                burnDown.exhaustsOn(),
                burnDown.firstUncoveredOn(),
                burnDown.firstUncoveredOn() != null,
                burnDown.reviewDueOn(),
                burnDown.services().stream()
                        .map(service -> new Service(
                                service.code(),
                                service.rule().basis(),
                                service.rule().words(),
                                service.approvedUnits(),
                                service.deliveredUnits(),
                                service.scheduledUnits(),
                                service.remainingUnits(),
                                service.exhaustsOn(),
                                service.firstUncoveredOn()))
                        .toList(),
                burnDown.reasons().stream()
                        .map(reason -> new Reason(reason.code(), reason.text()))
                        .toList(),
                policy);
    }
}
