package care.iop.progress.episode;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One admission as progress sees it. Read-only here: only {@link Episodes} writes it, from events. */
@Entity
@Immutable
class Episode {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private long sourceVersion;

    private UUID patientId;

    private UUID programId;

    private String levelOfCare;

    private LocalDate admittedOn;

    private @Nullable LocalDate levelSince;

    private int prescribedMinutesPerWeek;

    private @Nullable LocalDate endedOn;

    @SuppressWarnings("NullAway.Init")
    protected Episode() {}

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    UUID programId() {
        return programId;
    }

    String levelOfCare() {
        return levelOfCare;
    }

    LocalDate admittedOn() {
        return admittedOn;
    }

    /** The day since which the level of care is what it is. */
    LocalDate levelSince() {
        return levelSince == null ? admittedOn : levelSince;
    }

    int prescribedMinutesPerWeek() {
        return prescribedMinutesPerWeek;
    }

    /** The day of the discharge; absent while the person is in treatment. */
    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    long sourceVersion() {
        return sourceVersion;
    }
}
