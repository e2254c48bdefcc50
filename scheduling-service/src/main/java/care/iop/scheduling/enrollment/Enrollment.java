package care.iop.scheduling.enrollment;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.SchedulingProblem;
import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.program.Program;
import care.iop.scheduling.program.TimeWindow;
import care.iop.scheduling.program.Track;
import care.iop.scheduling.program.WeeklyPrescription;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An admitted client of a program, followed from intake's events; its identifier is the admission's. */
@Entity
public class Enrollment {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    /** The admission's version that this follows: an older event that arrives late changes nothing. */
    private long sourceVersion;

    /** A merge of patients changes it past this class. */
    @Column(updatable = false)
    private UUID patientId;

    private UUID programId;
    private String levelOfCare;
    private LocalDate admittedOn;
    private int prescribedMinutesPerWeek;

    @Enumerated(EnumType.STRING)
    private EnrollmentState state;

    private @Nullable LocalDate endedOn;
    private @Nullable LocalDate plannedEndOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PrescribedSessions> prescription;

    private boolean prescriptionIndividual;

    /** The revision of the treatment plan that is followed; null without a plan in force. */
    private @Nullable Integer planRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Modality> prescribedModalities;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TimeWindow> available;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BusyTime> busy;

    @JdbcTypeCode(SqlTypes.JSON)
    private Preferences preferences;

    /** Derived by the database from the preferences, for counting. */
    @Column(insertable = false, updatable = false)
    private @Nullable UUID primaryClinicianId;

    @SuppressWarnings("NullAway.Init")
    protected Enrollment() {}

    /**
     * The enrollment of an admission, of the patient who is meant by it now; without a known program it waits for it.
     *
     * @param plan what the treatment plan in force prescribes; null without one
     */
    @SuppressWarnings("NullAway.Init")
    Enrollment(
            Admission admission,
            UUID patientId,
            long sourceVersion,
            @Nullable Program program,
            @Nullable PlannedPrescription plan) {
        this.id = admission.admissionId();
        this.patientId = patientId;
        this.available = List.of();
        this.busy = List.of();
        this.preferences = Preferences.usual();
        this.prescribedModalities = Set.of();
        this.prescriptionIndividual = false;
        take(admission, sourceVersion, program, plan);
    }

    /** Follows a newer version of the admission; an older or equal one changes nothing. */
    void follow(Admission admission, long version, @Nullable Program program, @Nullable PlannedPrescription plan) {
        if (version > sourceVersion && state != EnrollmentState.ENDED) {
            take(admission, version, program, plan);
        }
    }

    /** Ends with the discharge, for good: somebody who comes back is admitted anew. Says whether this changed anything. */
    boolean end(Discharge discharge, long version) {
        if (version <= sourceVersion || state == EnrollmentState.ENDED) {
            return false;
        }
        this.sourceVersion = version;
        this.state = EnrollmentState.ENDED;
        this.endedOn = discharge.dischargedOn();
        return true;
    }

    EnrollmentEnded ended() {
        if (endedOn == null) {
            throw new IllegalStateException("the enrollment has not ended");
        }
        return new EnrollmentEnded(id, endedOn);
    }

    private void take(
            Admission admission, long version, @Nullable Program program, @Nullable PlannedPrescription plan) {
        var prescribesOtherwise = admission.prescribedMinutesPerWeek() != prescribedMinutesPerWeek
                || !admission.programId().equals(programId);
        this.sourceVersion = version;
        this.programId = admission.programId();
        this.levelOfCare = admission.levelOfCare();
        this.admittedOn = admission.admittedOn();
        this.prescribedMinutesPerWeek = admission.prescribedMinutesPerWeek();
        if (program == null) {
            this.state = EnrollmentState.AWAITING_PROGRAM;
            this.prescription = List.of();
            this.prescriptionIndividual = false;
        } else if (prescribesOtherwise || state == EnrollmentState.AWAITING_PROGRAM) {
            activate(program, plan);
        }
    }

    /**
     * Begins at a program that is known now, or anew with another dose: with as much as the prescribed minutes hold of the
     * plan in force, or else of the program's default prescription.
     */
    void activate(Program program, @Nullable PlannedPrescription plan) {
        this.state = EnrollmentState.ACTIVE;
        if (plan != null) {
            follow(plan);
            return;
        }
        this.prescription =
                program.defaultPrescription().fittedTo(prescribedMinutesPerWeek).sessions();
        this.prescriptionIndividual = false;
    }

    /** Prescribes what the treatment plan in force says, as much of it as the admission's prescribed minutes hold. */
    void follow(PlannedPrescription plan) {
        requireActive();
        this.prescription =
                plan.prescription().fittedTo(prescribedMinutesPerWeek).sessions();
        this.prescriptionIndividual = true;
        this.prescribedModalities = new TreeSet<>(plan.modalities());
        this.planRevision = plan.revision();
        this.preferences = preferences.onDays(plan.daysPerWeek());
    }

    /** Gives the client a prescription of their own, within the prescribed minutes. */
    void prescribe(WeeklyPrescription prescription, Set<Modality> modalities) {
        requireActive();
        if (planRevision != null) {
            throw new ProblemException(
                    SchedulingProblem.PRESCRIBED_BY_PLAN,
                    "Revision %d of the treatment plan prescribes the week. Draft a new revision and have it signed."
                            .formatted(planRevision));
        }
        prescription.requireSound("/sessions");
        if (prescription.minutesPerWeek() > prescribedMinutesPerWeek) {
            throw ProblemException.invalid(
                    "/sessions",
                    "must not be more than the prescribed " + prescribedMinutesPerWeek + " minutes a week, but is "
                            + prescription.minutesPerWeek());
        }
        this.prescription = prescription.sessions();
        this.prescriptionIndividual = true;
        this.prescribedModalities = new TreeSet<>(modalities);
    }

    /** Takes the day on which the stay is planned to end; null when that is open again. */
    void planEnd(@Nullable LocalDate day) {
        if (day != null && day.isBefore(admittedOn)) {
            throw ProblemException.invalid("/plannedEndOn", "must not be before the admission on " + admittedOn);
        }
        this.plannedEndOn = day;
    }

    /** Moves to another track; null is any. Answers the one before. */
    Optional<Track> moveToTrack(@Nullable Track track) {
        var before = Optional.ofNullable(preferences.track());
        this.preferences = preferences.onTrack(track);
        return before;
    }

    /** Takes the hours at which the client can come. */
    void comesWithin(List<TimeWindow> available, List<BusyTime> busy) {
        TimeWindow.requireSound("/available", available);
        TimeWindow.requireSound("/busy", busy.stream().map(BusyTime::window).toList());
        this.available = List.copyOf(available);
        this.busy = List.copyOf(busy);
    }

    /** Takes the client's needs and wishes. */
    void prefer(Preferences preferences) {
        if (preferences.noContact().contains(id)) {
            throw ProblemException.invalid("/noContact", "must not name the client");
        }
        // Pairs are recorded for both sides elsewhere: leaving one out here lifts nothing.
        this.preferences = preferences.withNoContact(this.preferences.noContact());
    }

    /** Must never meet this client from now on; the pair itself says since when and who recorded it. */
    void keepApartFrom(UUID other) {
        var others = new TreeSet<>(preferences.noContact());
        others.add(other);
        this.preferences = preferences.withNoContact(others);
    }

    /** May meet this client again. */
    void mayMeet(UUID other) {
        var others = new TreeSet<>(preferences.noContact());
        others.remove(other);
        this.preferences = preferences.withNoContact(others);
    }

    /** Whether the client can be scheduled. */
    public boolean isActive() {
        return state == EnrollmentState.ACTIVE;
    }

    /** Refuses to schedule a client whose program is not known, or who was discharged. */
    public void requireActive() {
        var advice =
                switch (state) {
                    case ACTIVE -> null;
                    case AWAITING_PROGRAM ->
                        "Open the program " + programId + " first; the client is enrolled by that.";
                    case ENDED -> "The client was discharged on " + endedOn + ". Whoever comes back is admitted anew.";
                };
        if (advice != null) {
            throw new ProblemException(SchedulingProblem.ENROLLMENT_NOT_ACTIVE, advice);
        }
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public UUID patientId() {
        return patientId;
    }

    public UUID programId() {
        return programId;
    }

    /** The level of care as intake writes it, such as {@code 2.1}. */
    public String levelOfCare() {
        return levelOfCare;
    }

    /** The first day on which the client can be scheduled. */
    public LocalDate admittedOn() {
        return admittedOn;
    }

    public int prescribedMinutesPerWeek() {
        return prescribedMinutesPerWeek;
    }

    /** What the client is to have each week. */
    public WeeklyPrescription prescription() {
        return new WeeklyPrescription(prescription);
    }

    /** Hours at which the client can come; empty as long as nobody has asked. */
    public List<TimeWindow> available() {
        return List.copyOf(available);
    }

    /** Times within them that are taken. */
    public List<BusyTime> busy() {
        return List.copyOf(busy);
    }

    public Preferences preferences() {
        return preferences;
    }

    /** The day on which the stay is planned to end; empty when that is open. */
    public Optional<LocalDate> plannedEndOn() {
        return Optional.ofNullable(plannedEndOn);
    }

    /** Ways of treatment that are prescribed; empty for any. */
    public Set<Modality> prescribedModalities() {
        return Set.copyOf(prescribedModalities);
    }

    /** Who holds the individual sessions; empty when nobody is named. */
    public Optional<UUID> primaryClinicianId() {
        return Optional.ofNullable(preferences.primaryClinicianId());
    }

    EnrollmentView view(Set<UUID> noContact) {
        return new EnrollmentView(
                id,
                patientId,
                programId,
                levelOfCare,
                admittedOn,
                endedOn,
                state,
                prescribedMinutesPerWeek,
                prescription().minutesPerWeek(),
                List.copyOf(prescription),
                prescriptionIndividual,
                planRevision,
                available(),
                busy(),
                preferences.withNoContact(noContact),
                plannedEndOn,
                new TreeSet<>(prescribedModalities));
    }
}
