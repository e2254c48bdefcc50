package care.iop.intake.benefits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which day it is where the program asks payers, and when it asks them again. */
@ApplicationScoped
class BenefitCalendar {

    private final Clock clock;
    private final ZoneId zone;
    private final Reverification.Policy policy;

    BenefitCalendar(
            Clock clock,
            @ConfigProperty(name = "iop.benefits.time-zone") ZoneId zone,
            @ConfigProperty(name = "iop.benefits.reverify-after-months") int reverifyAfterMonths,
            @ConfigProperty(name = "iop.benefits.reverify-on-first-of-january") boolean reverifyOnFirstOfJanuary) {
        this.clock = clock;
        this.zone = zone;
        this.policy = new Reverification.Policy(reverifyAfterMonths, reverifyOnFirstOfJanuary);
    }

    LocalDate today() {
        return day(clock.instant());
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Reverification.Policy policy() {
        return policy;
    }
}
