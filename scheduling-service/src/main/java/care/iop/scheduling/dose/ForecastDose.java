package care.iop.scheduling.dose;

import care.iop.scheduling.booking.Booking;
import care.iop.scheduling.booking.Bookings;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what the weeks of a program's clients will have given in the end. */
@ApplicationScoped
class ForecastDose {

    private static final String LEVEL_2_1 = "2.1";

    private final Enrollments enrollments;
    private final Bookings bookings;
    private final DoseSettings settings;
    private final Clock clock;

    ForecastDose(Enrollments enrollments, Bookings bookings, DoseSettings settings, Clock clock) {
        this.enrollments = enrollments;
        this.bookings = bookings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every active client of the program, in order of identifier. */
    List<DoseForecastView.Client> forecast(UUID programId, LocalDate weekStartingOn) {
        var ofClient = bookings.ofWeek(programId, weekStartingOn).stream()
                .collect(Collectors.groupingBy(Booking::enrollmentId));
        return enrollments.activeIn(programId).stream()
                .filter(client -> !client.admittedOn().isAfter(weekStartingOn.plusDays(6)))
                .map(client -> told(client, ofClient.getOrDefault(client.id(), List.of())))
                .toList();
    }

    /** One client. */
    DoseForecastView.Client forecast(Enrollment client, LocalDate weekStartingOn) {
        return told(client, bookings.ofEnrollment(client.id(), weekStartingOn));
    }

    /** What the client's week needs. */
    WeeklyNeed need(Enrollment client) {
        var minimum = settings.levels().get(client.levelOfCare());
        if (minimum == null) {
            return WeeklyNeed.NONE;
        }
        var young = client.levelOfCare().equals(LEVEL_2_1)
                && settings.youthPrograms().orElse(Set.of()).contains(client.programId());
        return new WeeklyNeed(young ? settings.youthMinutes() : minimum.minutes(), minimum.days())
                .within(client.prescribedMinutesPerWeek());
    }

    String policy() {
        return "Program policy, configurable: "
                + settings.levels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> "level %s needs %s on %d days"
                                .formatted(
                                        entry.getKey(),
                                        WeekRoom.hours(entry.getValue().minutes()),
                                        entry.getValue().days()))
                        .collect(Collectors.joining(", "))
                + "; in programs for people under 18 level 2.1 needs " + WeekRoom.hours(settings.youthMinutes())
                + "; never more than prescribed. A session that is over and not marked counts as attended.";
    }

    private DoseForecastView.Client told(Enrollment client, List<Booking> booked) {
        var need = need(client);
        var dose = WeeklyDose.of(booked, clock.instant());
        var missingMinutes = dose.missingMinutes(need);
        var missingDays = dose.missingDays(need);
        return new DoseForecastView.Client(
                client.id(),
                client.patientId(),
                client.levelOfCare(),
                dose.delivered(),
                dose.unmarked(),
                dose.ahead(),
                dose.lost(),
                dose.forecast(),
                dose.days(),
                need.minutes(),
                need.days(),
                missingMinutes,
                missingDays,
                missingMinutes > 0 || missingDays > 0,
                text(dose, need));
    }

    private static String text(WeeklyDose dose, WeeklyNeed need) {
        if (need.equals(WeeklyNeed.NONE)) {
            return "Will have %s on %d days; the level has no minimum."
                    .formatted(WeekRoom.hours(dose.forecast()), dose.days());
        }
        var missing = new ArrayList<String>();
        if (dose.missingMinutes(need) > 0) {
            missing.add(WeekRoom.hours(dose.missingMinutes(need)));
        }
        if (dose.missingDays(need) > 0) {
            missing.add(dose.missingDays(need) + (dose.missingDays(need) == 1 ? " day" : " days"));
        }
        return "Will have %s of %s on %d of %d days%s"
                .formatted(
                        WeekRoom.hours(dose.forecast()),
                        WeekRoom.hours(need.minutes()),
                        dose.days(),
                        need.days(),
                        missing.isEmpty() ? "." : ": " + String.join(" and ", missing) + " missing.");
    }
}
