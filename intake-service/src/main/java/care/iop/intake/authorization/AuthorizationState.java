package care.iop.intake.authorization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer allows of a stay, and what of it is left; told at first when it is approved, and whenever something of it
 * changes, also by what was booked or delivered. It says all of it, so the newest event alone is the truth.
 */
record AuthorizationState(
        UUID authorizationId,
        UUID admissionId,
        UUID patientId,
        AuthorizationStatus status,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate plannedEndOn,
        @Nullable LocalDate reviewDueOn,
        @Nullable LocalDate exhaustsOn,
        @Nullable LocalDate firstUncoveredOn,
        List<Service> services) {

    static final String TOPIC = "intake.authorization.v1";
    static final String APPROVED = "care.iop.intake.authorization-approved.v1";
    static final String CHANGED = "care.iop.intake.authorization-changed.v1";

    AuthorizationState {
        services = List.copyOf(services);
    }

    /**
     * One service.
     *
     * @param minimumMinutes delivered minutes from which a DAY or VISIT is a unit; 0 elsewhere
     * @param unitMinutes minutes of an HOUR or QUARTER_HOUR; 0 elsewhere
     * @param kinds the sessions that count
     * @param remainingUnits approved less delivered; below zero when more was delivered
     * @param weeks units delivered and scheduled by week, from the present one on
     */
    record Service(
            String code,
            UnitBasis basis,
            int minimumMinutes,
            int unitMinutes,
            List<SessionKind> kinds,
            int approvedUnits,
            int deliveredUnits,
            int scheduledUnits,
            int remainingUnits,
            List<Week> weeks) {

        Service {
            kinds = List.copyOf(kinds);
            weeks = List.copyOf(weeks);
        }
    }

    /** Units of one week, by its Monday. */
    record Week(LocalDate startsOn, int units) {}

    static AuthorizationState of(
            UUID authorizationId,
            UUID admissionId,
            UUID patientId,
            AuthorizationStatus status,
            Authorization.Terms terms,
            BurnDown forecast) {
        return new AuthorizationState(
                authorizationId,
                admissionId,
                patientId,
                status,
                terms.validFrom(),
                terms.validTo(),
                terms.plannedEndOn(),
                forecast.reviewDueOn(),
                forecast.exhaustsOn(),
                forecast.firstUncoveredOn(),
                forecast.services().stream().map(AuthorizationState::service).toList());
    }

    private static Service service(BurnDown.OfService service) {
        return new Service(
                service.code(),
                service.rule().basis(),
                service.rule().minimumMinutes(),
                service.rule().basis().minutes(),
                service.rule().kinds().stream().sorted().toList(),
                service.approvedUnits(),
                service.deliveredUnits(),
                service.scheduledUnits(),
                service.remainingUnits(),
                service.weeks().stream()
                        .map(week -> new Week(week.startsOn(), week.units()))
                        .toList());
    }
}
