package care.iop.intake.admission;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.referral.Referral;
import care.iop.intake.referral.Referral.PlacedLevel;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.TenantId;

/**
 * One stay of one person in the program: the spine that enrollment and progress hang on. Its identifier is theirs too.
 */
@Entity
@Table(name = "admission")
class Admission {

    /** From this many minutes a week a stay is partial hospitalization (level 2.5). */
    private static final int PHP_THRESHOLD_MINUTES = 20 * 60;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID referralId;

    private UUID patientId;

    private UUID programId;

    @Enumerated(EnumType.STRING)
    private LevelOfCare levelOfCare;

    @Enumerated(EnumType.STRING)
    private CriteriaEdition criteriaEdition;

    private LocalDate admittedOn;

    private int prescribedMinutesPerWeek;

    private Instant recordedAt;

    @OneToMany(mappedBy = "admission", cascade = CascadeType.PERSIST)
    @OrderBy("startsOn, id")
    @Fetch(FetchMode.SUBSELECT)
    private List<LevelOfCarePeriod> levelOfCareHistory = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Admission() {}

    private Admission(
            UUID id,
            Referral referral,
            PlacedLevel level,
            AdmitPatientRequest request,
            int prescribedMinutesPerWeek,
            Instant recordedAt) {
        this.id = id;
        this.referralId = referral.id();
        this.patientId = referral.patientId();
        this.programId = request.programId();
        this.levelOfCare = level.levelOfCare();
        this.criteriaEdition = level.criteriaEdition();
        this.admittedOn = request.admittedOn();
        this.prescribedMinutesPerWeek = prescribedMinutesPerWeek;
        this.recordedAt = recordedAt;
    }

    /** Opens the stay at a level, which becomes the first of its history. */
    static Admission open(
            Supplier<UUID> ids,
            Referral referral,
            PlacedLevel level,
            AdmitPatientRequest request,
            int prescribedMinutesPerWeek,
            Instant recordedAt) {
        var admission = new Admission(ids.get(), referral, level, request, prescribedMinutesPerWeek, recordedAt);
        admission.levelOfCareHistory.add(new LevelOfCarePeriod(
                ids.get(), admission, level.levelOfCare(), level.criteriaEdition(), request.admittedOn()));
        return admission;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    long version() {
        return version;
    }

    private List<AdmissionWarning> warnings() {
        return levelOfCare == LevelOfCare.LEVEL_2_1 && prescribedMinutesPerWeek >= PHP_THRESHOLD_MINUTES
                ? List.of(AdmissionWarning.AT_PHP_THRESHOLD)
                : List.of();
    }

    AdmissionView view() {
        return new AdmissionView(
                id,
                referralId,
                patientId,
                programId,
                levelOfCare,
                criteriaEdition,
                admittedOn,
                prescribedMinutesPerWeek,
                levelOfCareHistory.stream().map(LevelOfCarePeriod::view).toList(),
                warnings(),
                recordedAt);
    }

    PatientAdmitted admitted() {
        return new PatientAdmitted(
                id,
                patientId,
                referralId,
                programId,
                levelOfCare,
                criteriaEdition,
                admittedOn,
                prescribedMinutesPerWeek);
    }
}
