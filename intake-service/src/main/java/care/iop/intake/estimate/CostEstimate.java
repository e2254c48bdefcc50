package care.iop.intake.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each of several services will cost a member of a plan, line by line. */
record CostEstimate(List<EstimatedLine> lines, EstimateTotal total) {

    /**
     * Goes through the services by date, and within a day in the order given: each takes from the deductible, then copay or
     * coinsurance, then as much as the out-of-pocket maximum leaves, and the next one meets what is left.
     *
     * @param shares one for each kind among the services
     */
    static CostEstimate of(List<DatedService> services, List<CostShare> shares, BenefitYears years) {
        var shareOf = shares.stream().collect(Collectors.toMap(CostShare::service, Function.identity()));
        var copaidToday = new EnumMap<ServiceKind, Money>(ServiceKind.class);
        var lines = new ArrayList<EstimatedLine>();
        var left = years.left();
        int year = 0;
        @Nullable LocalDate today = null;
        for (int position : inOrder(services)) {
            var service = services.get(position);
            if (years.yearOf(service.on()) > year) {
                year = years.yearOf(service.on());
                left = years.whole();
            }
            if (!service.on().equals(today)) {
                today = service.on();
                copaidToday.clear();
            }
            var owed = share(shareOf, service)
                    .owed(
                            service.allowed(),
                            left.deductibleLeft(),
                            copaidToday.getOrDefault(service.service(), Money.ZERO));
            copaidToday.merge(service.service(), owed.copay(), Money::plus);
            var paid = left.limit(owed);
            left = left.after(paid);
            lines.add(line(position, service, owed, paid, left));
        }
        return new CostEstimate(List.copyOf(lines), EstimateTotal.of(lines));
    }

    private static List<Integer> inOrder(List<DatedService> services) {
        return IntStream.range(0, services.size())
                .boxed()
                .sorted(Comparator.comparing(position -> services.get(position).on()))
                .toList();
    }

    private static CostShare share(Map<ServiceKind, CostShare> shareOf, DatedService service) {
        return Objects.requireNonNull(shareOf.get(service.service()), "no cost share for a service");
    }

    private static EstimatedLine line(
            int position, DatedService service, CostShare.Owed owed, CostShare.Owed paid, Accumulators left) {
        return new EstimatedLine(
                position,
                service.on(),
                service.service(),
                service.code(),
                service.allowed(),
                paid.deductible(),
                paid.copay(),
                paid.coinsurance(),
                owed.total().minus(paid.total()),
                paid.total(),
                service.allowed().minus(paid.total()),
                left.deductible(),
                left.outOfPocketMaximum());
    }
}
