package care.iop.intake.disclosure;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One row of the accounting of disclosures, 42 CFR 2.25: who was told what, when, what for and on what basis. Never changed. */
@Entity
@Immutable
@Table(name = "disclosure")
class Disclosure {

    /** What permitted a disclosure. */
    @Schema(name = "DisclosureBasis")
    enum Basis {
        CONSENT,
        /** 42 CFR 2.51. */
        MEDICAL_EMERGENCY
    }

    /** How it was made. */
    @Schema(name = "DisclosureChannel")
    enum Channel {
        API,
        BY_STAFF
    }

    /** The consents that permitted a disclosure, in order. */
    record ConsentIds(Set<UUID> ids) {

        ConsentIds {
            ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        }
    }

    /**
     * What has to be written down about a disclosure in a medical emergency, 42 CFR 2.51(c), beside discloser and time.
     *
     * @param recipientName the medical person who was told
     * @param nature the nature of the emergency
     */
    @Schema(name = "MedicalEmergency")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Emergency(
            @NotNull @Faultless PersonName recipientName,

            @NotNull @Faultless PersonName affiliation,

            @NotNull @Faultless PrivateText nature) {}

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    private UUID recipientId;

    private Instant disclosedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private DataClasses dataClasses;

    private PrivateText what;

    @Enumerated(EnumType.STRING)
    private PurposeOfUse purpose;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    private ConsentIds consentIds;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Emergency emergency;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String noticeVersion;

    private String disclosedBy;

    private String requestId;

    @SuppressWarnings("NullAway.Init")
    protected Disclosure() {}

    Disclosure(UUID id, UUID patientId, UUID recipientId, Told told, Made made) {
        this.id = id;
        this.patientId = patientId;
        this.recipientId = recipientId;
        this.dataClasses = new DataClasses(told.dataClasses());
        this.what = told.what();
        this.purpose = told.purpose();
        this.consentIds = new ConsentIds(told.consents());
        this.emergency = told.emergency();
        this.basis = told.emergency() == null ? Basis.CONSENT : Basis.MEDICAL_EMERGENCY;
        this.disclosedAt = made.at();
        this.channel = made.channel();
        this.noticeVersion = made.noticeVersion();
        this.disclosedBy = made.by();
        this.requestId = made.requestId();
    }

    /** What was told, what for and on what basis. */
    record Told(
            Set<DataClass> dataClasses,
            PrivateText what,
            PurposeOfUse purpose,
            Set<UUID> consents,
            @Nullable Emergency emergency) {}

    /** When, how and by whom. */
    record Made(Instant at, Channel channel, String noticeVersion, String by, String requestId) {}

    UUID id() {
        return id;
    }

    DisclosureView view() {
        return new DisclosureView(
                id,
                patientId,
                recipientId,
                disclosedAt,
                dataClasses.classes(),
                what,
                purpose,
                basis,
                consentIds.ids(),
                emergency,
                channel,
                noticeVersion,
                disclosedBy,
                requestId);
    }
}
