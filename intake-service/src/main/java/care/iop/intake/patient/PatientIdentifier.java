package care.iop.intake.patient;

import care.iop.chassis.caller.OfOrganization;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** One identifier of one patient; the database lets a pair of system and value name one patient of an organization. */
@Entity
@Table(name = "patient_identifier")
class PatientIdentifier {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "patient_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // the owning side of the patient's list
    private Patient patient;

    private String system;

    private String value;

    @SuppressWarnings("NullAway.Init")
    protected PatientIdentifier() {}

    PatientIdentifier(UUID id, Patient patient, Identifier identifier) {
        this.id = id;
        this.patient = patient;
        this.system = identifier.system();
        this.value = identifier.value();
    }

    Identifier identifier() {
        return new Identifier(system, value);
    }
}
