package care.iop.scheduling.clinician;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.Faults;
import care.iop.scheduling.program.TimeWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Someone who holds sessions at one program. */
@Entity
public class Clinician {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    private String organizationId;

    @Version
    private long version;

    private UUID programId;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Credential> credentials;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Modality> modalities;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TimeWindow> workingHours;

    private int maxWeeklyMinutes;
    private int targetWeeklyMinutes;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TimeWindow> breaks;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable DailyBreak dailyBreak;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<String> languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Licence> licences;

    private @Nullable Integer caseloadCap;
    private @Nullable LocalDate retiredOn;

    /** Kept by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Clinician() {}

    @SuppressWarnings("NullAway.Init")
    Clinician(UUID id, ClinicianRequest request) {
        this.id = id;
        this.programId = request.programId();
        this.breaks = List.of();
        this.languages = Set.of();
        this.licences = List.of();
        revise(request);
    }

    /** Takes over what the request says; the program stays. */
    final void revise(ClinicianRequest request) {
        if (!request.programId().equals(programId)) {
            throw ProblemException.invalid("/programId", "can't change: enter the clinician at the other program too");
        }
        var faults = new ArrayList<FieldProblem>();
        if (request.targetWeeklyMinutes() > request.maxWeeklyMinutes()) {
            faults.add(new FieldProblem("/targetWeeklyMinutes", "must not be above maxWeeklyMinutes"));
        }
        Faults.collect(faults, () -> TimeWindow.requireSound("/workingHours", request.workingHours()));
        var breaks = request.breaks() == null ? this.breaks : request.breaks();
        Faults.collect(faults, () -> TimeWindow.requireSound("/breaks", breaks));
        for (int i = 0; i < breaks.size(); i++) {
            if (!request.workingHours().stream().anyMatch(breaks.get(i)::isWithin)) {
                faults.add(new FieldProblem("/breaks/" + i, "must lie within one stretch of working hours"));
            }
        }
        var licences = request.licences() == null ? this.licences : request.licences();
        for (int i = 0; i < licences.size(); i++) {
            var until = licences.get(i).validUntil();
            if (until != null && until.isBefore(licences.get(i).validFrom())) {
                faults.add(new FieldProblem("/licences/" + i + "/validUntil", "must not be before validFrom"));
            }
        }
        var dailyBreak = request.dailyBreak();
        if (dailyBreak != null) {
            faults.addAll(dailyBreak.faults("/dailyBreak"));
        }
        Faults.refuse(faults);
        this.dailyBreak = dailyBreak;
        this.name = request.name().strip();
        this.credentials = new TreeSet<>(request.credentials());
        this.modalities = new TreeSet<>(request.modalities());
        this.workingHours = List.copyOf(request.workingHours());
        this.maxWeeklyMinutes = request.maxWeeklyMinutes();
        this.targetWeeklyMinutes = request.targetWeeklyMinutes();
        this.breaks = List.copyOf(breaks);
        this.languages = new TreeSet<>(request.languages() == null ? languages : request.languages());
        this.licences = List.copyOf(licences);
        this.caseloadCap = request.caseloadCap();
    }

    /** Holds no sessions from a day on; null takes that back. */
    void retire(@Nullable LocalDate from) {
        this.retiredOn = from;
    }

    /** Whether they hold sessions on a day, time off apart. */
    public boolean isActiveOn(LocalDate day) {
        return retiredOn == null || day.isBefore(retiredOn);
    }

    /** Whether they may treat somebody who is in this US state on this day, by video. */
    public boolean isLicensedIn(String state, LocalDate day) {
        return licences.stream().anyMatch(licence -> licence.isValidIn(state, day));
    }

    /** Breaks of every week, within the working hours. */
    public List<TimeWindow> breaks() {
        return List.copyOf(breaks);
    }

    /** A break on every day with work at whatever time is left for it; empty for none but those at fixed times. */
    public Optional<DailyBreak> dailyBreak() {
        return Optional.ofNullable(dailyBreak);
    }

    /** Languages they treat in, ISO 639-1; empty when nobody has said. */
    public Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** Clients at most whose primary clinician this is; empty for no cap. */
    public OptionalInt caseloadCap() {
        return caseloadCap == null ? OptionalInt.empty() : OptionalInt.of(caseloadCap);
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public UUID programId() {
        return programId;
    }

    /** When it last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How staff call the clinician. */
    public String name() {
        return name;
    }

    public Set<Credential> credentials() {
        return Set.copyOf(credentials);
    }

    public Set<Modality> modalities() {
        return Set.copyOf(modalities);
    }

    /** A usual week, in the program's local time. */
    public List<TimeWindow> workingHours() {
        return List.copyOf(workingHours);
    }

    /** Never to be scheduled for more than this. */
    public int maxWeeklyMinutes() {
        return maxWeeklyMinutes;
    }

    /** Preferably not to be scheduled for more than this. */
    public int targetWeeklyMinutes() {
        return targetWeeklyMinutes;
    }

    ClinicianView view() {
        return new ClinicianView(
                id,
                programId,
                name,
                new TreeSet<>(credentials),
                new TreeSet<>(modalities),
                workingHours(),
                maxWeeklyMinutes,
                targetWeeklyMinutes,
                breaks(),
                new TreeSet<>(languages),
                List.copyOf(licences),
                caseloadCap,
                retiredOn,
                dailyBreak);
    }
}
