package care.iop.intake.estimate;

import care.iop.chassis.problem.FieldProblem;
import care.iop.intake.person.Faultless;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an estimate is made from.
 *
 * @param costShares one for each kind of service that is listed
 * @param accumulators needed when a deductible applies; without it no maximum holds
 */
@Schema(examples = EstimateRequest.EXAMPLE)
record EstimateRequest(
        @Schema(description = "The cost shares have to be those of this status") @NotNull
        NetworkStatus network,

        @Schema(description = "One for each kind of service that is listed") @NotEmpty @Size(max = 5)
        List<@NotNull @Valid CostShare> costShares,

        @Schema(description = "Needed when a deductible applies; without it no out-of-pocket maximum holds")
        @Nullable
        @Valid
        Standing accumulators,

        @NotEmpty @Size(max = 500) List<@NotNull @Valid DatedService> services) {

    static final String EXAMPLE = """
            {
              "network": "IN_NETWORK",
              "costShares": [
                {"service": "INTENSIVE_OUTPATIENT", "coinsurancePercent": 20, "deductibleApplies": true},
                {"service": "INDIVIDUAL", "copay": 40.00, "deductibleApplies": false}
              ],
              "accumulators": {
                "asOf": "2026-08-31",
                "benefitYearEndsOn": "2026-12-31",
                "deductible": {"individual": {"remaining": 500.00, "amount": 1500.00}},
                "outOfPocketMaximum": {"individual": {"remaining": 3000.00, "amount": 6000.00}}
              },
              "services": [
                {"on": "2026-09-07", "service": "INTENSIVE_OUTPATIENT", "code": "H0015", "allowed": 350.00},
                {"on": "2026-09-08", "service": "INDIVIDUAL", "code": "90837", "allowed": 150.00},
                {"on": "2026-09-09", "service": "INTENSIVE_OUTPATIENT", "code": "H0015", "allowed": 350.00}
              ]
            }
            """;

    /**
     * How deductible and maximum stood on a day.
     *
     * @param asOf the day the payer said so
     * @param benefitYearEndsOn the last day of the benefit year; when absent, all services are taken to lie in it
     */
    @Schema(name = "BenefitStanding", description = "How deductible and out-of-pocket maximum stood on a day")
    record Standing(
            @Schema(description = "The day that the payer's figures are of") @NotNull
            LocalDate asOf,

            @Schema(
                    description =
                            "Its last day; when absent, all services are taken to lie in the present benefit year")
            @Nullable
            LocalDate benefitYearEndsOn,

            @Nullable @Valid Limits deductible,
            @Nullable @Valid Limits outOfPocketMaximum) {}

    /** A limit of the member, of the family, or both: then whichever is reached first counts. */
    @Schema(
            name = "BenefitLimits",
            description = "The member's limit, the family's, or both; of both, the one that is reached first counts")
    record Limits(
            @Nullable @Valid Limit individual,
            @Nullable @Valid Limit family) {

        Stream<Limit> given() {
            return Stream.of(individual, family).filter(Objects::nonNull).map(Objects::requireNonNull);
        }

        @Nullable
        Money least(Function<Limit, @Nullable Money> amount) {
            Money least = null;
            for (var limit : given().toList()) {
                var one = amount.apply(limit);
                if (one != null) {
                    least = least == null ? one : least.min(one);
                }
            }
            return least;
        }
    }

    /**
     * One limit.
     *
     * @param amount of a whole benefit year; needed when services lie in a later one
     */
    @Schema(name = "BenefitLimit")
    record Limit(
            @Schema(description = "What is not yet reached of it; 0 when it is met") @NotNull @Faultless
            Money remaining,

            @Schema(description = "Of a whole benefit year; needed when services lie in a later one")
            @Nullable
            @Faultless
            Money amount) {}

    BenefitYears years() {
        if (accumulators == null) {
            var none = new Accumulators(null, null);
            return new BenefitYears(none, null, none);
        }
        return new BenefitYears(
                accumulators(Limit::remaining), accumulators.benefitYearEndsOn(), accumulators(Limit::amount));
    }

    private Accumulators accumulators(Function<Limit, @Nullable Money> amount) {
        return new Accumulators(
                least(accumulators == null ? null : accumulators.deductible(), amount),
                least(accumulators == null ? null : accumulators.outOfPocketMaximum(), amount));
    }

    private static @Nullable Money least(@Nullable Limits limits, Function<Limit, @Nullable Money> amount) {
        return limits == null ? null : limits.least(amount);
    }

    /** Whether services lie in a benefit year after the present one. */
    boolean reachesLaterYear() {
        return services.stream().map(DatedService::on).anyMatch(years()::isLater);
    }

    /** What can't be so, field by field. */
    List<FieldProblem> contradictions() {
        var found = new ArrayList<FieldProblem>();
        checkDays(found);
        if (found.isEmpty()) {
            checkShares(found);
            checkStanding(found);
        }
        return found;
    }

    private void checkDays(List<FieldProblem> found) {
        if (accumulators != null) {
            PlausibleDay.check(found, "/accumulators/asOf", accumulators.asOf());
            PlausibleDay.check(found, "/accumulators/benefitYearEndsOn", accumulators.benefitYearEndsOn());
        }
        for (int i = 0; i < services.size(); i++) {
            PlausibleDay.check(found, "/services/" + i + "/on", services.get(i).on());
        }
    }

    private void checkShares(List<FieldProblem> found) {
        var shared = EnumSet.noneOf(ServiceKind.class);
        for (int i = 0; i < costShares.size(); i++) {
            var pointer = "/costShares/" + i;
            if (!shared.add(costShares.get(i).service())) {
                found.add(new FieldProblem(pointer + "/service", "has a cost share already; give each kind one"));
            }
            found.addAll(costShares.get(i).contradictions(pointer));
        }
        for (int i = 0; i < services.size(); i++) {
            if (!shared.contains(services.get(i).service())) {
                found.add(new FieldProblem("/services/" + i + "/service", "has no cost share; add one to costShares"));
            }
        }
        if (costShares.stream().anyMatch(CostShare::deductibleApplies)
                && years().left().deductible() == null) {
            found.add(
                    new FieldProblem(
                            "/accumulators/deductible",
                            "is needed because a cost share says that the deductible applies; a remaining amount of 0 says that it is met"));
        }
    }

    private void checkStanding(List<FieldProblem> found) {
        if (accumulators == null) {
            return;
        }
        var endsOn = accumulators.benefitYearEndsOn();
        if (endsOn != null) {
            var beforeYear = endsOn.minusYears(1);
            if (accumulators.asOf().isAfter(endsOn) || !accumulators.asOf().isAfter(beforeYear)) {
                found.add(
                        new FieldProblem("/accumulators/asOf", "must lie in the benefit year that ends on " + endsOn));
            }
            for (int i = 0; i < services.size(); i++) {
                if (!services.get(i).on().isAfter(beforeYear)) {
                    found.add(new FieldProblem(
                            "/services/" + i + "/on", "lies before the benefit year that ends on " + endsOn));
                }
            }
        }
        checkLimits(found, "/accumulators/deductible", accumulators.deductible());
        checkLimits(found, "/accumulators/outOfPocketMaximum", accumulators.outOfPocketMaximum());
    }

    private void checkLimits(List<FieldProblem> found, String pointer, @Nullable Limits limits) {
        if (limits != null) {
            if (limits.given().findAny().isEmpty()) {
                found.add(new FieldProblem(
                        pointer, "needs an individual or a family limit; leave it out if there is none"));
            }
            checkLimit(found, pointer + "/individual", limits.individual());
            checkLimit(found, pointer + "/family", limits.family());
        }
    }

    private void checkLimit(List<FieldProblem> found, String pointer, @Nullable Limit limit) {
        if (limit == null) {
            return;
        }
        if (limit.amount() == null) {
            if (reachesLaterYear()) {
                found.add(new FieldProblem(
                        pointer + "/amount",
                        "is needed because services lie in a later benefit year, when it begins again"));
            }
        } else if (limit.remaining().isMoreThan(limit.amount())) {
            found.add(new FieldProblem(pointer + "/remaining", "must not be more than amount"));
        }
    }
}
