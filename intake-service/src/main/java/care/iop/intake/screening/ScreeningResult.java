package care.iop.intake.screening;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A total that somebody else measured before the referral. It is kept as it came, and never changed. */
@Entity
@Immutable
@Table(name = "screening_result")
public class ScreeningResult {

    /**
     * What was measured.
     *
     * @param total the instrument's total score
     * @param takenOn the day on which the person answered, as the sender wrote it
     * @param takenAt the moment, when the sender told more than the day
     */
    public record Measurement(
            Instrument instrument,
            int total,
            LocalDate takenOn,
            @Nullable Instant takenAt) {

        public Measurement {
            if (!instrument.canGive(total)) {
                throw new IllegalArgumentException(instrument + " can't give the total " + total);
            }
        }
    }

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private Instrument instrument;

    private int total;

    private LocalDate takenOn;

    private @Nullable Instant takenAt;

    @SuppressWarnings("UnusedVariable") // the repository searches by it
    private String sourceKey;

    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected ScreeningResult() {}

    /**
     * A result that arrived with a referral.
     *
     * @param sourceKey recognizes the same result of the same patient when it comes again
     */
    public ScreeningResult(
            UUID id, UUID patientId, UUID referralId, Measurement measurement, String sourceKey, Instant receivedAt) {
        this.id = id;
        this.patientId = patientId;
        this.referralId = referralId;
        this.instrument = measurement.instrument();
        this.total = measurement.total();
        this.takenOn = measurement.takenOn();
        this.takenAt = measurement.takenAt();
        this.sourceKey = sourceKey;
        this.receivedAt = receivedAt;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    ScreeningResultView view() {
        return new ScreeningResultView(id, referralId, patientId, instrument, total, takenOn, takenAt, receivedAt);
    }
}
