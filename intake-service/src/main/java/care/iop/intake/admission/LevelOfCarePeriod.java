package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The level of care that an admission has had from one day on, until the next row. */
@Entity
@Table(name = "level_of_care_history")
class LevelOfCarePeriod {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "admission_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // the owning side of the admission's list
    private Admission admission;

    @Enumerated(EnumType.STRING)
    private LevelOfCare levelOfCare;

    @Enumerated(EnumType.STRING)
    private CriteriaEdition criteriaEdition;

    private LocalDate startsOn;

    @SuppressWarnings("NullAway.Init")
    protected LevelOfCarePeriod() {}

    LevelOfCarePeriod(
            UUID id,
            Admission admission,
            LevelOfCare levelOfCare,
            CriteriaEdition criteriaEdition,
            LocalDate startsOn) {
        this.id = id;
        this.admission = admission;
        this.levelOfCare = levelOfCare;
        this.criteriaEdition = criteriaEdition;
        this.startsOn = startsOn;
    }

    AdmissionView.LevelFrom view() {
        return new AdmissionView.LevelFrom(levelOfCare, criteriaEdition, startsOn);
    }
}
