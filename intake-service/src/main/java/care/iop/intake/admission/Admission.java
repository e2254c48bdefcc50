package care.iop.intake.admission;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.admission.LevelOfCarePeriod.Dose;
import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.payer.PayerCategory;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

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

    @OfOrganization
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

    @Enumerated(EnumType.STRING)
    private AdmissionStatus status;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private @Nullable LocalDate dischargedOn;

    private @Nullable LocalDate lastContactOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    private boolean readmission;

    /** Written with each change, so that a new row of the history is a new version of the admission too. */
    private Instant changedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable OutcomeData dataAtAdmission;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable OutcomeData dataAtDischarge;

    @OneToMany(mappedBy = "admission", cascade = CascadeType.PERSIST)
    @OrderBy("startsOn, id")
    @Fetch(FetchMode.SUBSELECT)
    private List<LevelOfCarePeriod> levelOfCareHistory = new ArrayList<>();

    @OneToMany(mappedBy = "admission", cascade = CascadeType.PERSIST)
    @OrderBy("startsOn, id")
    @Fetch(FetchMode.SUBSELECT)
    private List<Leave> leaves = new ArrayList<>();

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
            boolean readmission,
            Instant recordedAt) {
        this.id = id;
        this.referralId = referral.id();
        this.patientId = referral.patientId();
        this.programId = request.programId();
        this.levelOfCare = level.levelOfCare();
        this.criteriaEdition = level.criteriaEdition();
        this.admittedOn = request.admittedOn();
        this.prescribedMinutesPerWeek = prescribedMinutesPerWeek;
        this.readmission = readmission;
        this.recordedAt = recordedAt;
        this.changedAt = recordedAt;
        this.status = AdmissionStatus.ACTIVE;
        this.phase = Phase.TREATMENT;
    }

    /** Opens the stay at a level, which becomes the first of its history. */
    static Admission open(
            Supplier<UUID> ids,
            Referral referral,
            PlacedLevel level,
            AdmitPatientRequest request,
            int prescribedMinutesPerWeek,
            boolean readmission,
            Instant recordedAt) {
        var admission =
                new Admission(ids.get(), referral, level, request, prescribedMinutesPerWeek, readmission, recordedAt);
        admission.levelOfCareHistory.add(new LevelOfCarePeriod(
                ids.get(),
                admission,
                level,
                request.admittedOn(),
                new Dose(request.programId(), prescribedMinutesPerWeek)));
        return admission;
    }

    /** Goes on at another level, program, phase or dose, by a clinician's placement. */
    LevelOfCareChanged changeLevel(
            UUID periodId, LevelChangeRequest placement, int minutes, String decidedBy, Instant at) {
        requireStatus(AdmissionStatus.ACTIVE, "change its level");
        var latest = levelOfCareHistory.get(levelOfCareHistory.size() - 1);
        if (!placement.startsOn().isAfter(latest.startsOn())) {
            throw ProblemException.invalid(
                    "/startsOn", "must be after " + latest.startsOn() + ", from when the level before holds");
        }
        var program = placement.programId() == null ? programId : placement.programId();
        var nothingNew = placement.levelOfCare() == levelOfCare
                && placement.criteriaEdition() == criteriaEdition
                && placement.phaseOrTreatment() == phase
                && minutes == prescribedMinutesPerWeek
                && program.equals(programId);
        if (nothingNew) {
            throw ProblemException.invalid(
                    "/levelOfCare", "must differ from the present level, program, phase or dose");
        }
        var kind = LevelChangeKind.between(
                criteriaEdition,
                levelOfCare,
                placement.criteriaEdition(),
                placement.levelOfCare(),
                program.equals(programId));
        levelOfCareHistory.add(
                new LevelOfCarePeriod(periodId, this, placement, kind, new Dose(program, minutes), decidedBy));
        levelOfCare = placement.levelOfCare();
        criteriaEdition = placement.criteriaEdition();
        programId = program;
        phase = placement.phaseOrTreatment();
        prescribedMinutesPerWeek = minutes;
        changedAt = at;
        return new LevelOfCareChanged(
                id,
                patientId,
                referralId,
                programId,
                kind,
                phase,
                levelOfCare,
                criteriaEdition,
                admittedOn,
                placement.startsOn(),
                minutes);
    }

    /** Notes that the person is away and expected back. */
    LeaveStarted startLeave(UUID leaveId, LeaveRequest request, Instant at) {
        requireStatus(AdmissionStatus.ACTIVE, "begin a leave");
        var earliest = leaves.stream()
                .flatMap(leave -> leave.lastDayOn().stream())
                .map(day -> day.plusDays(1))
                .reduce(admittedOn, (a, b) -> a.isAfter(b) ? a : b);
        if (request.startsOn().isBefore(earliest)) {
            throw ProblemException.invalid("/startsOn", "must not be before " + earliest);
        }
        var expected = request.expectedBackOn();
        if (expected != null
                && (!expected.isAfter(request.startsOn())
                        || expected.isAfter(request.startsOn().plusYears(1)))) {
            throw ProblemException.invalid("/expectedBackOn", "must be after the first day away, and at most a year");
        }
        leaves.add(new Leave(leaveId, this, request));
        status = AdmissionStatus.ON_LEAVE;
        changedAt = at;
        return new LeaveStarted(id, patientId, programId, request.startsOn(), expected, request.reason());
    }

    /** Notes that the person is back. */
    LeaveEnded endLeave(LocalDate lastDayOn, Instant at) {
        requireStatus(AdmissionStatus.ON_LEAVE, "end a leave");
        var leave = leaves.get(leaves.size() - 1);
        if (lastDayOn.isBefore(leave.startsOn())) {
            throw ProblemException.invalid("/lastDayOn", "must not be before " + leave.startsOn());
        }
        leave.end(lastDayOn);
        status = AdmissionStatus.ACTIVE;
        changedAt = at;
        return new LeaveEnded(id, patientId, programId, leave.startsOn(), lastDayOn);
    }

    /** Ends the stay; a leave that the person was on ends with it. */
    void discharge(DischargeRequest request, Instant at) {
        if (status == AdmissionStatus.DISCHARGED) {
            throw notNow("be discharged");
        }
        var latest = levelOfCareHistory.get(levelOfCareHistory.size() - 1).startsOn();
        var earliest =
                leaves.isEmpty() || leaves.get(leaves.size() - 1).startsOn().isBefore(latest)
                        ? latest
                        : leaves.get(leaves.size() - 1).startsOn();
        if (request.dischargedOn().isBefore(earliest)) {
            throw ProblemException.invalid(
                    "/dischargedOn", "must not be before " + earliest + ", the last change of level or leave");
        }
        if (request.lastContactOn().isBefore(admittedOn)
                || request.lastContactOn().isAfter(request.dischargedOn())) {
            throw ProblemException.invalid(
                    "/lastContactOn", "must lie between the admission on " + admittedOn + " and the discharge");
        }
        if (status == AdmissionStatus.ON_LEAVE) {
            leaves.get(leaves.size() - 1).end(request.dischargedOn());
        }
        status = AdmissionStatus.DISCHARGED;
        dischargedOn = request.dischargedOn();
        lastContactOn = request.lastContactOn();
        endReason = request.reason();
        changedAt = at;
    }

    /** Takes what was asked at one end of the stay, in place of what was there. */
    void record(OutcomeOccasion occasion, OutcomeData data, Instant at) {
        switch (occasion) {
            case ADMISSION -> dataAtAdmission = data;
            case DISCHARGE -> {
                requireStatus(AdmissionStatus.DISCHARGED, "have data of its discharge");
                dataAtDischarge = data;
            }
        }
        changedAt = at;
    }

    private void requireStatus(AdmissionStatus needed, String wish) {
        if (status != needed) {
            throw notNow(wish);
        }
    }

    private ProblemException notNow(String wish) {
        var advice =
                switch (status) {
                    case ACTIVE -> "The person is in treatment.";
                    case ON_LEAVE -> "End the leave first.";
                    case DISCHARGED -> "It ended on " + dischargedOn + ": a new stay begins with a new referral.";
                };
        return new ProblemException(
                IntakeProblem.ADMISSION_MOVE_NOT_ALLOWED,
                "The admission is " + status + " and can't " + wish + ". " + advice);
    }

    Phase phase() {
        return phase;
    }

    LocalDate admittedOn() {
        return admittedOn;
    }

    Optional<LocalDate> dischargedOn() {
        return Optional.ofNullable(dischargedOn);
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    UUID referralId() {
        return referralId;
    }

    long version() {
        return version;
    }

    /** What other features may know of it. */
    Stay stay() {
        var away = status == AdmissionStatus.ON_LEAVE ? leaves.get(leaves.size() - 1) : null;
        return new Stay(
                id,
                patientId,
                admittedOn,
                dischargedOn,
                away == null ? null : away.expectedBackOn().orElse(null),
                levelOfCareHistory.stream()
                        .map(period -> new Stay.DoseFrom(period.startsOn(), period.minutesPerWeek()))
                        .toList());
    }

    /** What those outside may be told of it. */
    EpisodeFacts episode() {
        return new EpisodeFacts(
                id,
                version,
                patientId,
                referralId,
                levelOfCare,
                admittedOn,
                status == AdmissionStatus.ON_LEAVE,
                dischargedOn,
                changedAt);
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
                status,
                phase,
                admittedOn,
                readmission,
                prescribedMinutesPerWeek,
                levelOfCareHistory.stream().map(LevelOfCarePeriod::view).toList(),
                leaves.stream().map(Leave::view).toList(),
                dischargeView(),
                dataAtAdmission,
                dataAtDischarge,
                warnings(),
                recordedAt);
    }

    private AdmissionView.@Nullable Discharge dischargeView() {
        return dischargedOn == null || lastContactOn == null || endReason == null
                ? null
                : new AdmissionView.Discharge(
                        dischargedOn, lastContactOn, endReason, LengthOfStay.between(admittedOn, lastContactOn));
    }

    /** What is reported of the stay. */
    ReportingRecord reporting(EndReasonCodes codes) {
        return new ReportingRecord(
                id,
                admittedOn,
                ReportingRecord.services(levelOfCareHistory.get(0).levelOfCare()),
                endReason == null ? null : Integer.valueOf(codes.teds(endReason)),
                endReason == null ? null : codes.state(endReason).orElse(null),
                lastContactOn == null ? null : LengthOfStay.between(admittedOn, lastContactOn),
                ReportingRecord.TedsCodes.of(dataAtAdmission),
                ReportingRecord.TedsCodes.of(dataAtDischarge),
                ReportingRecord.measures(dataAtAdmission, dataAtDischarge));
    }

    /** The event of a discharge that has been done. */
    PatientDischarged discharged(DischargeRequest request, int tedsReason) {
        return new PatientDischarged(
                id,
                patientId,
                programId,
                levelOfCare,
                admittedOn,
                request.dischargedOn(),
                request.lastContactOn(),
                request.reason(),
                tedsReason);
    }

    /** What is told of the admission, with what the referral knows of its beginning. */
    PatientAdmitted admitted(Referral referral, PayerCategory payer) {
        return new PatientAdmitted(
                id,
                patientId,
                referralId,
                programId,
                levelOfCare,
                criteriaEdition,
                admittedOn,
                prescribedMinutesPerWeek,
                referral.source(),
                referral.firstContactAt(),
                payer);
    }
}
