package care.iop.intake.admission;

import care.iop.chassis.caller.OfOrganization;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.PrivateText;
import care.iop.intake.referral.Referral.PlacedLevel;
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
import org.jspecify.annotations.Nullable;

/** The level of care that an admission has had from one day on, until the next row. */
@Entity
@Table(name = "level_of_care_history")
class LevelOfCarePeriod {

    @Id
    private UUID id;

    @OfOrganization
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

    private UUID programId;

    private int prescribedMinutesPerWeek;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    @Enumerated(EnumType.STRING)
    private LevelChangeKind kind;

    /** Absent for the first level, whose placement is the referral's. */
    private @Nullable PrivateText rationale;

    private @Nullable String decidedBy;

    @SuppressWarnings("NullAway.Init")
    protected LevelOfCarePeriod() {}

    /** The first level of a stay. */
    LevelOfCarePeriod(UUID id, Admission admission, PlacedLevel level, LocalDate startsOn, Dose dose) {
        this.id = id;
        this.admission = admission;
        this.levelOfCare = level.levelOfCare();
        this.criteriaEdition = level.criteriaEdition();
        this.startsOn = startsOn;
        this.programId = dose.programId();
        this.prescribedMinutesPerWeek = dose.minutesPerWeek();
        this.phase = Phase.TREATMENT;
        this.kind = LevelChangeKind.ADMISSION;
    }

    /** A later level, by a clinician's placement. */
    LevelOfCarePeriod(
            UUID id,
            Admission admission,
            LevelChangeRequest placement,
            LevelChangeKind kind,
            Dose dose,
            String decidedBy) {
        this.id = id;
        this.admission = admission;
        this.levelOfCare = placement.levelOfCare();
        this.criteriaEdition = placement.criteriaEdition();
        this.startsOn = placement.startsOn();
        this.programId = dose.programId();
        this.prescribedMinutesPerWeek = dose.minutesPerWeek();
        this.phase = placement.phaseOrTreatment();
        this.kind = kind;
        this.rationale = placement.rationale();
        this.decidedBy = decidedBy;
    }

    /** How much, and where. */
    record Dose(UUID programId, int minutesPerWeek) {}

    LocalDate startsOn() {
        return startsOn;
    }

    int minutesPerWeek() {
        return prescribedMinutesPerWeek;
    }

    LevelOfCare levelOfCare() {
        return levelOfCare;
    }

    LevelChangeKind kind() {
        return kind;
    }

    AdmissionView.LevelFrom view() {
        return new AdmissionView.LevelFrom(
                levelOfCare,
                criteriaEdition,
                startsOn,
                programId,
                prescribedMinutesPerWeek,
                phase,
                kind,
                rationale,
                decidedBy);
    }
}
