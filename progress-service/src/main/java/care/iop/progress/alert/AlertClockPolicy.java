package care.iop.progress.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The settings of {@link AlertClocks}. All of them are our own policy, for a clinical owner to confirm. */
@ConfigMapping(prefix = "iop.progress.alert-clocks")
public interface AlertClockPolicy {

    @WithDefault("PT15M")
    Duration critical();

    @WithDefault("PT4H")
    Duration high();

    @WithDefault("1")
    int mediumBusinessDays();

    /** Days from Monday to Friday that are no business days; weekends never are. */
    Optional<Set<LocalDate>> holidays();

    /** In whose time business days and quiet hours are. */
    @WithDefault("America/New_York")
    ZoneId zone();

    @WithDefault("21:00")
    LocalTime quietFrom();

    @WithDefault("07:00")
    LocalTime quietTo();

    /** How many alerts a week one clinician can answer with care. */
    @WithDefault("50")
    int budgetPerWeek();
}
