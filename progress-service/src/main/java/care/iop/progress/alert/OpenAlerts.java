package care.iop.progress.alert;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** How many alerts of each severity are open for one patient; what the caseload shows of them. */
@Entity
class OpenAlerts {

    @Id
    private UUID patientId;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @Column
    private int low;

    @Column
    private int medium;

    @Column
    private int high;

    @Column
    private int critical;

    @SuppressWarnings("NullAway.Init")
    protected OpenAlerts() {}

    void raised(Severity severity) {
        add(severity, 1);
    }

    void acknowledged(Severity severity) {
        add(severity, -1);
    }

    private void add(Severity severity, int difference) {
        switch (severity) {
            case LOW -> low += difference;
            case MEDIUM -> medium += difference;
            case HIGH -> high += difference;
            case CRITICAL -> critical += difference;
        }
    }
}
