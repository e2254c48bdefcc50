package care.iop.intake.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that an estimate takes for granted.
 *
 * @param code for programs; the text is for people and may be reworded
 */
record Assumption(
        @Schema(required = true, examples = "ACCUMULATORS_DATE")
        String code,

        @Schema(required = true) String text) {

    /** Everything that the estimate for a request takes for granted. */
    static List<Assumption> of(EstimateRequest request) {
        var found = new ArrayList<Assumption>();
        found.add(new Assumption(
                "COVERED", "Every service is covered, and authorized where the plan asks for an authorization."));
        found.add(new Assumption(
                "ORDER", "Services are charged in the order of their dates, and within a day in the order given."));
        found.add(new Assumption("ROUNDING", "Each line is rounded half up to the cent."));
        found.add(network(request.network()));
        addShares(found, request);
        addStanding(found, request);
        return List.copyOf(found);
    }

    private static Assumption network(NetworkStatus network) {
        return switch (network) {
            case IN_NETWORK ->
                new Assumption("IN_NETWORK", "The plan's contract holds: nothing above the allowed amount is billed.");
            case OUT_OF_NETWORK ->
                new Assumption(
                        "BALANCE_BILLING_EXCLUDED",
                        "The services are out of network. What is charged above the allowed amount (balance billing) is not in this estimate and may be owed as well.");
            case UNKNOWN ->
                new Assumption(
                        "NETWORK_UNKNOWN",
                        "Nobody has verified whether the services are in network. If they are not, other cost shares can hold, and what is charged above the allowed amount (balance billing) may be owed as well.");
        };
    }

    private static void addShares(List<Assumption> found, EstimateRequest request) {
        var shares = request.costShares();
        if (shares.stream().anyMatch(CostShare::takesCopayFirst)) {
            found.add(new Assumption(
                    "COPAY_BEFORE_DEDUCTIBLE",
                    "Where the cost share says so, the copay comes off first and the deductible takes from the rest."));
        }
        if (shares.stream().anyMatch(CostShare::chargesCopayOncePerDay)) {
            found.add(new Assumption(
                    "COPAY_PER_DAY",
                    "Where the cost share says so, one copay covers all services of that kind on one day."));
        }
    }

    private static void addStanding(List<Assumption> found, EstimateRequest request) {
        var standing = request.accumulators();
        var left = request.years().left();
        if (left.outOfPocketMaximum() == null) {
            found.add(new Assumption(
                    "NO_MAXIMUM",
                    "No out-of-pocket maximum was given, so none limits what is owed; the true amount can be lower."));
        } else {
            found.add(new Assumption(
                    "ALL_COUNTS", "Deductible, copays and coinsurance all count toward the out-of-pocket maximum."));
        }
        if (standing == null) {
            return;
        }
        found.add(new Assumption(
                "ACCUMULATORS_DATE",
                "Deductible and out-of-pocket maximum stand as of " + standing.asOf()
                        + ". Claims that the payer had not processed by then would lower them."));
        if (both(standing.deductible()) || both(standing.outOfPocketMaximum())) {
            found.add(
                    new Assumption(
                            "FAMILY_EMBEDDED",
                            "Of the member's limit and the family's, the one that is reached first counts, and nobody else in the family has costs meanwhile."));
        }
        if (request.services().stream().anyMatch(service -> !service.on().isAfter(standing.asOf()))) {
            found.add(new Assumption(
                    "EARLIER_SERVICES_NOT_COUNTED",
                    "Services on or before " + standing.asOf() + " are not yet part of the payer's figures."));
        }
        addYears(found, request, standing.benefitYearEndsOn());
    }

    private static void addYears(List<Assumption> found, EstimateRequest request, @Nullable LocalDate endsOn) {
        if (endsOn == null) {
            found.add(new Assumption("ONE_BENEFIT_YEAR", "All services lie in the present benefit year."));
        } else if (request.reachesLaterYear()) {
            found.add(
                    new Assumption(
                            "NEW_BENEFIT_YEAR",
                            "After " + endsOn
                                    + " deductible and out-of-pocket maximum begin again, with the same yearly amounts and cost shares."));
        }
    }

    private static boolean both(EstimateRequest.@Nullable Limits limits) {
        return limits != null && limits.individual() != null && limits.family() != null;
    }
}
