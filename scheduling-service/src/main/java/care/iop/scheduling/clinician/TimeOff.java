package care.iop.scheduling.clinician;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.Faults;
import care.iop.scheduling.program.TimeWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days, or hours of one day, in which a clinician holds no sessions; in the program's local time. */
@Entity
public class TimeOff {

    private static final int MOST_DAYS = 366;

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    private UUID clinicianId;
    private LocalDate firstOn;
    private LocalDate lastOn;
    private @Nullable LocalTime fromTime;
    private @Nullable LocalTime untilTime;

    @Enumerated(EnumType.STRING)
    private TimeOffReason reason;

    private Instant recordedAt;
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected TimeOff() {}

    /** Refused with every fault when it runs backward, is longer than a year or names hours of several days. */
    @SuppressWarnings("NullAway.Init")
    TimeOff(UUID id, UUID clinicianId, TimeOffRequest request, Instant recordedAt, String recordedBy) {
        revise(request);
        this.id = id;
        this.clinicianId = clinicianId;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** Takes over what the request says; who recorded it first stays known. */
    final void revise(TimeOffRequest request) {
        var faults = new ArrayList<FieldProblem>();
        if (request.lastOn().isBefore(request.firstOn())
                || request.lastOn().isAfter(request.firstOn().plusDays(MOST_DAYS))) {
            faults.add(new FieldProblem("/lastOn", "must be 0 to " + MOST_DAYS + " days after firstOn"));
        }
        var from = request.from();
        var until = request.until();
        if ((from == null) != (until == null)) {
            faults.add(new FieldProblem(from == null ? "/from" : "/until", "is needed when the other is given"));
        } else if (from != null && until != null) {
            var window = new TimeWindow(DayOfWeek.MONDAY, from, until);
            if (!TimeWindow.isOnGrid(from)
                    || !TimeWindow.isOnGrid(until)
                    || window.startMinute() >= window.endMinute()) {
                faults.add(new FieldProblem("/from", "must be a quarter hour before until"));
            }
            if (!request.firstOn().equals(request.lastOn())) {
                faults.add(new FieldProblem("/from", "must be absent when it is more than one day"));
            }
        }
        Faults.refuse(faults);
        this.firstOn = request.firstOn();
        this.lastOn = request.lastOn();
        this.fromTime = from;
        this.untilTime = until;
        this.reason = request.reason();
    }

    public UUID id() {
        return id;
    }

    public UUID clinicianId() {
        return clinicianId;
    }

    /** The hours of a day that it takes; empty when the day is another. A whole day runs from midnight to midnight. */
    public Optional<TimeWindow> on(LocalDate day) {
        if (day.isBefore(firstOn) || day.isAfter(lastOn)) {
            return Optional.empty();
        }
        return Optional.of(new TimeWindow(
                day.getDayOfWeek(),
                fromTime == null ? LocalTime.MIDNIGHT : fromTime,
                untilTime == null ? LocalTime.MIDNIGHT : untilTime));
    }

    LocalDate firstOn() {
        return firstOn;
    }

    LocalDate lastOn() {
        return lastOn;
    }

    TimeOffView view() {
        return new TimeOffView(id, clinicianId, firstOn, lastOn, fromTime, untilTime, reason, recordedAt, recordedBy);
    }
}
