package care.iop.progress.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds check-ins for features that tell others of them. Who may be told is theirs to know. */
@ApplicationScoped
public class RecordedCheckIns {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final CheckIns checkIns;

    RecordedCheckIns(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    /**
     * Which check-ins are wanted; null where anything will do.
     *
     * @param firstDay the first day that a check-in may be of
     * @param dayBefore the day that it may no longer be of
     * @param after the check-in after which the page begins
     */
    public record Wanted(
            @Nullable Set<UUID> ids,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate dayBefore,
            @Nullable Instant changedFrom,
            @Nullable Instant changedBefore,
            @Nullable UUID after) {}

    /** The check-in of this identifier, whoever's it is. */
    public Optional<RecordedCheckIn> find(UUID id) {
        return checkIns.find("id", id).firstResultOptional().map(RecordedCheckIns::recorded);
    }

    /** The first of a person's check-ins that fit, in the order of recording. */
    public List<RecordedCheckIn> of(UUID patientId, Wanted wanted, int most) {
        return checkIns.wanted(patientId, wanted, most).stream()
                .map(RecordedCheckIns::recorded)
                .toList();
    }

    private static RecordedCheckIn recorded(CheckIn checkIn) {
        var report = checkIn.report();
        return new RecordedCheckIn(
                checkIn.id(),
                checkIn.version(),
                checkIn.patientId(),
                checkIn.forOn(),
                report.mood(),
                report.craving(),
                HALF.multiply(BigDecimal.valueOf(report.sleepHalfHours())),
                checkIn.reportedAt(),
                checkIn.changedAt());
    }
}
