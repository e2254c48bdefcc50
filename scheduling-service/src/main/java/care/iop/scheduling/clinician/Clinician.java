package care.iop.scheduling.clinician;

import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.program.TimeWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** Someone who holds sessions at one program. */
@Entity
public class Clinician {

    @Id
    private UUID id;

    @TenantId
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

    @SuppressWarnings("NullAway.Init")
    protected Clinician() {}

    @SuppressWarnings("NullAway.Init")
    Clinician(UUID id, ClinicianRequest request) {
        this.id = id;
        this.programId = request.programId();
        revise(request);
    }

    /** Takes over what the request says; the program stays. */
    final void revise(ClinicianRequest request) {
        if (!request.programId().equals(programId)) {
            throw ProblemException.invalid("/programId", "can't change: enter the clinician at the other program too");
        }
        if (request.targetWeeklyMinutes() > request.maxWeeklyMinutes()) {
            throw ProblemException.invalid("/targetWeeklyMinutes", "must not be above maxWeeklyMinutes");
        }
        TimeWindow.requireSound("/workingHours", request.workingHours());
        this.name = request.name().strip();
        this.credentials = new TreeSet<>(request.credentials());
        this.modalities = new TreeSet<>(request.modalities());
        this.workingHours = List.copyOf(request.workingHours());
        this.maxWeeklyMinutes = request.maxWeeklyMinutes();
        this.targetWeeklyMinutes = request.targetWeeklyMinutes();
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
                targetWeeklyMinutes);
    }
}
