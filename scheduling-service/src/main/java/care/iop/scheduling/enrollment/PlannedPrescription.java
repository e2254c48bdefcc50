package care.iop.scheduling.enrollment;

import care.iop.chassis.caller.OfOrganization;
import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.PrescribedSessions;
import care.iop.scheduling.program.WeeklyPrescription;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the treatment plan in force prescribes for an admission, followed from progress's events. */
@Entity
class PlannedPrescription {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    /** The plan's version that this follows: an older event that arrives late changes nothing. */
    private long sourceVersion;

    private int revision;
    private int daysPerWeek;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PrescribedSessions> sessions;

    @JdbcTypeCode(SqlTypes.JSON)
    private Set<Modality> modalities;

    @SuppressWarnings("NullAway.Init")
    protected PlannedPrescription() {}

    @SuppressWarnings("NullAway.Init")
    PlannedPrescription(PlanInForce plan, long version) {
        this.id = plan.admissionId();
        take(plan, version);
    }

    /** Follows a newer version of the plan; false, and nothing changes, for an older or equal one. */
    boolean follow(PlanInForce plan, long version) {
        if (version <= sourceVersion) {
            return false;
        }
        take(plan, version);
        return true;
    }

    private void take(PlanInForce plan, long version) {
        this.sourceVersion = version;
        this.revision = plan.revision();
        this.daysPerWeek = plan.daysPerWeek();
        this.sessions = plan.sessions();
        this.modalities = new TreeSet<>(plan.modalities());
    }

    /** The number of the plan's revision. */
    int revision() {
        return revision;
    }

    int daysPerWeek() {
        return daysPerWeek;
    }

    WeeklyPrescription prescription() {
        return new WeeklyPrescription(sessions);
    }

    Set<Modality> modalities() {
        return Set.copyOf(modalities);
    }
}
