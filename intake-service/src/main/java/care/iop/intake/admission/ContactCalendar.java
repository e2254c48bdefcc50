package care.iop.intake.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** On which days contacts are owed. */
@ApplicationScoped
class ContactCalendar {

    private final EpisodeSettings settings;

    ContactCalendar(EpisodeSettings settings) {
        this.settings = settings;
    }

    /** Weekly at first, then monthly from the last weekly one, as long as aftercare goes on. */
    List<LocalDate> aftercareFrom(LocalDate startsOn) {
        var weeks = settings.aftercare().weeklyContacts();
        var lastWeekly = startsOn.plusWeeks(weeks);
        var end = startsOn.plusMonths(settings.aftercare().months());
        var weekly = IntStream.rangeClosed(1, weeks).mapToObj(startsOn::plusWeeks);
        var monthly = IntStream.rangeClosed(1, settings.aftercare().months()).mapToObj(lastWeekly::plusMonths);
        return Stream.concat(weekly, monthly).filter(day -> !day.isAfter(end)).toList();
    }

    /** So many days after the discharge; nobody follows up on the dead. */
    List<LocalDate> followUpsAfter(LocalDate dischargedOn, EndReason reason) {
        return reason == EndReason.DIED
                ? List.of()
                : settings.followUps().days().stream()
                        .sorted()
                        .map(dischargedOn::plusDays)
                        .toList();
    }

    int windowDays() {
        return settings.followUps().windowDays();
    }
}
