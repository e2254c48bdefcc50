package care.iop.intake.waitlist;

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

/** Something that a waiting person was given to lower the harm of waiting. */
@Entity
@Table(name = "interim_service")
class InterimService {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID referralId;

    @SuppressWarnings("UnusedVariable") // moves with the person when two records turn out to be one
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    private InterimServiceKind kind;

    private LocalDate givenOn;

    private String recordedBy;

    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected InterimService() {}

    InterimService(UUID id, WaitlistEntry entry, GivenInterimService given, String recordedBy, Instant recordedAt) {
        this.id = id;
        this.referralId = entry.referralId();
        this.patientId = entry.patientId();
        this.kind = given.kind();
        this.givenOn = given.givenOn();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    UUID referralId() {
        return referralId;
    }

    InterimServiceView view() {
        return new InterimServiceView(id, kind, givenOn, recordedBy, recordedAt);
    }
}
