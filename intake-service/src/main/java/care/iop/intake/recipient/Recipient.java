package care.iop.intake.recipient;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import care.iop.intake.person.PersonName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody outside the program whom a consent can name. An organization is known to all staff; a person belongs to one patient. */
@Entity
@Table(name = "recipient")
public class Recipient {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private PersonName name;

    private @Nullable UUID patientId;

    @JdbcTypeCode(SqlTypes.JSON)
    private RecipientFacts facts;

    private @Nullable String clientSubject;

    private boolean active;

    private Instant registeredAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Recipient() {}

    Recipient(UUID id, RecipientRequest request, Instant registeredAt) {
        this.id = id;
        this.patientId = request.patientId();
        this.registeredAt = registeredAt;
        this.name = request.name();
        this.facts = request.facts();
        this.clientSubject = request.clientSubject();
        this.active = request.active();
    }

    /** Replaces all that is known, but not whom the recipient belongs to. */
    void change(RecipientRequest request) {
        name = request.name();
        facts = request.facts();
        clientSubject = request.clientSubject();
        active = request.active();
    }

    /** The identifier that consents name. */
    public UUID id() {
        return id;
    }

    /** Grows by one with each change. */
    long version() {
        return version;
    }

    /** What it is called on a consent. */
    public PersonName name() {
        return name;
    }

    /** The patient who alone can name it; null for an organization. */
    public @Nullable UUID patientId() {
        return patientId;
    }

    /** Whether it may be told anything at present. */
    public boolean active() {
        return active;
    }

    /** Whether a machine of its own asks for what consents cover. */
    public boolean hasMachine() {
        return clientSubject != null;
    }

    /** The classes of recipients that it belongs to. */
    public Set<RecipientClass> classes() {
        return facts.classes();
    }

    /** What it may ask for as a machine. */
    public Set<PurposeOfUse> purposes() {
        return facts.purposes();
    }

    /** The exchanges that it takes part in. */
    public Set<UUID> participatesIn() {
        return facts.participatesIn();
    }

    @Nullable
    String clientSubject() {
        return clientSubject;
    }

    RecipientChanged changed(Instant at) {
        return new RecipientChanged(
                id, facts.classes(), facts.purposes(), facts.participatesIn(), clientSubject, active, at);
    }

    RecipientView view() {
        return new RecipientView(
                id,
                name,
                patientId,
                facts.classes(),
                facts.purposes(),
                facts.participatesIn(),
                clientSubject,
                active,
                registeredAt);
    }
}
