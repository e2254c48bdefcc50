package care.iop.intake.consent;

import care.iop.chassis.caller.OfOrganization;
import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.ConsentTerms;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.person.PrivateText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A person's written consent to disclosure. What it says is fixed when it is signed; after that it can only end: revoked in
 * writing, by its event, by its date, or found to have been entered by mistake.
 */
@Entity
@Table(name = "consent")
public class Consent {

    @Id
    private UUID id;

    @OfOrganization
    @Column(name = "organization_id")
    @SuppressWarnings("NullAway.Init")
    private String organizationId;

    private UUID patientId;

    /** The patient's identifier when it was signed, which the seal is of: a merge of patients doesn't break it. */
    private @Nullable UUID signedForId;

    @Enumerated(EnumType.STRING)
    private ConsentStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private ConsentContent content;

    private String formVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Signature signature;

    private @Nullable Instant signedAt;

    private @Nullable String seal;

    private @Nullable Instant expiresAt;

    private @Nullable Instant endedAt;

    private @Nullable Instant revokedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Signature revocation;

    private @Nullable PrivateText voidedBecause;

    private Instant draftedAt;

    private String draftedBy;

    private @Nullable String signatureTakenBy;

    private @Nullable String revocationTakenBy;

    /** Signed with the elements that were required before 16 February 2026. */
    private boolean earlierElements;

    @Version
    private long version;

    /** Kept by a trigger of the database, never written from here. */
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("NullAway.Init")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    Consent(UUID id, UUID patientId, ConsentContent content, String formVersion, String draftedBy, Instant draftedAt) {
        this.id = id;
        this.patientId = patientId;
        this.status = ConsentStatus.DRAFT;
        this.content = content;
        this.formVersion = formVersion;
        this.draftedBy = draftedBy;
        this.draftedAt = draftedAt;
    }

    /** Replaces what a draft says. */
    void rewrite(ConsentContent rewritten, String presentFormVersion) {
        require(status == ConsentStatus.DRAFT, "be changed: it is signed. Revoke it and write another one");
        content = rewritten;
        formVersion = presentFormVersion;
    }

    /**
     * Takes the signature, after which the consent holds.
     *
     * @param zone where its last day ends
     * @param earlierAccepted whether the elements that were required on the day of the signature are enough
     */
    void sign(Signature signed, ZoneId zone, String takenBy, boolean earlierAccepted) {
        require(status == ConsentStatus.DRAFT, "be signed: it was signed before, or it was voided");
        var judged = EarlierElements.judge(content, signed.signedAt(), zone, earlierAccepted);
        var missing = judged.missing();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    IntakeProblem.CONSENT_DEFICIENT,
                    "A consent without these elements would be void (42 CFR 2.31). Complete the draft, then sign.",
                    MissingElement.problems(missing));
        }
        var expiry = content.expiry();
        var last = expiry == null ? null : expiry.on();
        if (last != null && last.isBefore(signed.signedAt().atZone(zone).toLocalDate())) {
            throw ProblemException.invalid("/signedAt", "lies after the consent's last day " + last);
        }
        expiresAt = last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
        signature = signed;
        signedAt = signed.signedAt();
        signatureTakenBy = takenBy;
        signedForId = patientId;
        seal = ConsentSeal.of(id, patientId, formVersion, content, signed);
        status = ConsentStatus.ACTIVE;
        earlierElements = judged.byEarlier();
    }

    /** Takes a revocation in writing, from this moment on; what was disclosed before stands. */
    void revoke(Signature revoked, Instant at, String takenBy) {
        require(status == ConsentStatus.ACTIVE, "be revoked: it is not in force");
        revocation = revoked;
        revokedAt = at;
        revocationTakenBy = takenBy;
        status = ConsentStatus.REVOKED;
    }

    /** Notes that the event has happened on which it ends. */
    void end(Instant at) {
        var expiry = content.expiry();
        require(
                status == ConsentStatus.ACTIVE && expiry != null && expiry.kind() == Expiry.Kind.ON_EVENT,
                "be ended by an event: it is not in force, or no event ends it");
        endedAt = at;
        status = ConsentStatus.ENDED;
    }

    /** Notes that it was entered by mistake. */
    void cancelAsMistake(PrivateText reason) {
        require(status != ConsentStatus.VOIDED, "be voided twice");
        voidedBecause = reason;
        status = ConsentStatus.VOIDED;
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new ProblemException(IntakeProblem.CONSENT_MOVE_NOT_ALLOWED, "The consent can't " + otherwise + ".");
        }
    }

    /** Whether what was signed is what is kept. */
    boolean isUnaltered() {
        return signature == null
                || (signedForId != null
                        && ConsentSeal.of(id, signedForId, formVersion, content, signature)
                                .equals(seal));
    }

    boolean endsWithTreatment() {
        return content.expiry() != null && content.expiry().endsWithTreatment();
    }

    boolean hasEarlierElements() {
        return earlierElements;
    }

    /**
     * What it says, as far as a decision needs it. An altered one counts as incomplete, and so does one with earlier elements
     * where the program doesn't accept them any more.
     */
    ConsentTerms terms(boolean earlierAccepted) {
        return new ConsentTerms(
                id,
                content.kind(),
                isUnaltered() && (earlierAccepted || !earlierElements),
                content.recipients(),
                content.recipientClasses(),
                content.intermediaries(),
                content.dataClasses(),
                content.purposes(),
                signedAt,
                expiresAt,
                endedAt,
                revokedAt);
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

    ConsentKind kind() {
        return content.kind();
    }

    ConsentContent content() {
        return content;
    }

    @Nullable
    Signature signature() {
        return signature;
    }

    String formVersion() {
        return formVersion;
    }

    ConsentStatus status() {
        return status;
    }

    @Nullable
    String seal() {
        return seal;
    }

    /** Whether it was ever signed: a draft tells nobody of anything. */
    boolean isSigned() {
        return signedAt != null;
    }

    SignedConsent signed() {
        return new SignedConsent(
                id,
                patientId,
                version,
                status,
                content.dataClasses(),
                content.purposes(),
                signedAt,
                expiresAt,
                changedAt);
    }

    ConsentChanged changed(Instant at) {
        return new ConsentChanged(
                id,
                patientId,
                content.kind(),
                status,
                hasEarlierElements(),
                content.recipients(),
                content.recipientClasses(),
                content.intermediaries(),
                content.dataClasses(),
                content.purposes(),
                signedAt,
                expiresAt,
                endedAt,
                revokedAt,
                at);
    }

    ConsentView view() {
        return new ConsentView(
                id,
                patientId,
                status,
                content,
                formVersion,
                status == ConsentStatus.DRAFT
                        ? MissingElement.of(ConsentElements.missing(content))
                        : MissingElement.of(Set.of()),
                signature,
                signatureTakenBy,
                seal,
                expiresAt,
                endedAt,
                revocation,
                revokedAt,
                revocationTakenBy,
                voidedBecause,
                draftedBy,
                draftedAt,
                earlierElements);
    }
}
