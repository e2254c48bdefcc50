package care.iop.progress.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * One booked session of one client, following the newest event about the booking. Versions of a booking grow across both
 * of scheduling's topics, so the order in which events arrive has no effect on where a unit ends.
 */
@Entity
class AttendanceUnit {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private long sourceVersion;

    private UUID admissionId;

    private LocalDate sessionOn;

    @Enumerated(EnumType.STRING)
    private UnitStatus status;

    private int plannedMinutes;

    private int deliveredMinutes;

    @SuppressWarnings("NullAway.Init")
    protected AttendanceUnit() {}

    boolean knows(long version) {
        return sourceVersion >= version;
    }

    UnitFacts facts() {
        return new UnitFacts(admissionId, sessionOn, status, plannedMinutes, deliveredMinutes);
    }

    void follow(long version, UnitFacts newest) {
        if (knows(version)) {
            throw new IllegalArgumentException("version " + version + " of unit " + id + " is not newer");
        }
        sourceVersion = version;
        admissionId = newest.admissionId();
        sessionOn = newest.sessionOn();
        status = newest.status();
        plannedMinutes = newest.plannedMinutes();
        deliveredMinutes = newest.deliveredMinutes();
    }
}
