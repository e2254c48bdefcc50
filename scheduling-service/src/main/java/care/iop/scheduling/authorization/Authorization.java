package care.iop.scheduling.authorization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What scheduling reads of intake's {@code authorization-approved} and {@code authorization-changed} events. */
record Authorization(
        UUID authorizationId, UUID admissionId, LocalDate validFrom, LocalDate validTo, List<Service> services) {

    /** Refuses an event that lacks something, or ends before it begins. */
    @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
    Authorization {
        if (authorizationId == null
                || admissionId == null
                || validFrom == null
                || validTo == null
                || services == null
                || validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("an authorization needs all its fields, and days in order");
        }
        services = List.copyOf(services);
    }

    /**
     * Units of one service.
     *
     * @param unitMinutes minutes of an HOUR or QUARTER_HOUR; 0 elsewhere
     * @param kinds the kinds of session that count
     * @param scheduledUnits of what is booked and not marked
     * @param weeks units delivered and scheduled by week, from the week of the event on
     */
    record Service(
            String code,
            Basis basis,
            int unitMinutes,
            Set<String> kinds,
            int approvedUnits,
            int deliveredUnits,
            int scheduledUnits,
            List<Week> weeks) {

        @SuppressWarnings("NullAway") // what is missing in JSON arrives as null
        Service {
            if (code == null || basis == null || kinds == null || weeks == null) {
                throw new IllegalArgumentException("a service needs all its fields");
            }
            kinds = Set.copyOf(kinds);
            weeks = List.copyOf(weeks);
        }

        /** Whether whole days of the program are counted, and not only one kind of session. */
        boolean limitsTheWeek() {
            return basis != Basis.VISIT && kinds.contains("GROUP") && kinds.contains("INDIVIDUAL");
        }

        /** What is neither delivered nor booked elsewhere than in this week. */
        int unitsFreeIn(LocalDate monday) {
            var here = weeks.stream()
                    .filter(week -> week.startsOn().equals(monday))
                    .mapToInt(Week::units)
                    .sum();
            return Math.max(0, approvedUnits - deliveredUnits - scheduledUnits + here);
        }
    }

    /** Units of one week, by its Monday. */
    record Week(LocalDate startsOn, int units) {}

    /** What one unit is. */
    enum Basis {
        DAY,
        HOUR,
        QUARTER_HOUR,
        VISIT
    }
}
