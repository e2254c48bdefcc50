package care.iop.progress.checkin;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The check-in of a person's newest reported day, which the caseload shows. Written only by {@link LatestCheckIns}. */
@Entity
@Immutable
class LatestCheckIn {

    @Id
    private UUID patientId;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Column
    private LocalDate forOn;

    @Column
    private int mood;

    @Column
    private int craving;

    @SuppressWarnings("NullAway.Init")
    protected LatestCheckIn() {}
}
