package care.iop.intake.benefits;

import care.iop.chassis.readiness.ProductionCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Refuses a payer who would be asked in the open: what is asked is that somebody is in treatment. */
@ApplicationScoped
class PayerConnectionCheck implements ProductionCheck {

    private final PayerSettings settings;

    PayerConnectionCheck(PayerSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> findings() {
        return settings.payer().entrySet().stream()
                .filter(entry ->
                        !"https".equalsIgnoreCase(entry.getValue().url().getScheme()))
                .map(entry -> "iop.benefits.payer.\"" + entry.getKey() + "\".url must be an https address")
                .sorted()
                .toList();
    }
}
