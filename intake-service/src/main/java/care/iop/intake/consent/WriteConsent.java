package care.iop.intake.consent;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.admission.TreatmentEnded;
import care.iop.intake.patient.Patients;
import care.iop.intake.person.PrivateText;
import care.iop.intake.recipient.Recipient;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries a consent from its draft to its end, and tells the other services each time that what is permitted changes. */
@ApplicationScoped
class WriteConsent {

    static final String TOPIC = "intake.consent.v1";

    /** How far a device's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Consents consents;
    private final Patients patients;
    private final Recipients recipients;
    private final ConsentTexts texts;
    private final ConsentSettings settings;
    private final Caller caller;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    WriteConsent(
            Consents consents,
            Patients patients,
            Recipients recipients,
            ConsentTexts texts,
            ConsentSettings settings,
            Caller caller,
            Outbox outbox,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.consents = consents;
        this.patients = patients;
        this.recipients = recipients;
        this.texts = texts;
        this.settings = settings;
        this.caller = caller;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Consent draft(UUID patientId, ConsentContent content) {
        patients.requireCurrent(patientId);
        requireNameable(patientId, content);
        var consent =
                new Consent(ids.next(), patientId, content, texts.formVersion(), caller.subject(), clock.instant());
        consents.persist(consent);
        return noted(consent);
    }

    @Transactional
    Consent rewrite(UUID id, @Nullable String ifMatch, ConsentContent content) {
        var consent = locked(id, ifMatch);
        requireNameable(consent.patientId(), content);
        consent.rewrite(content, texts.formVersion());
        return noted(consent);
    }

    /** Takes the signature; refused with what is missing when the consent would be void. */
    @Transactional
    Consent sign(UUID id, @Nullable String ifMatch, Signature signature) {
        var consent = locked(id, ifMatch);
        requirePlausible(signature.signedAt());
        consent.sign(signature, settings.timeZone(), caller.subject(), settings.earlierElementsAccepted());
        return told(consent);
    }

    /** Takes a revocation. When this has been answered, nothing more is disclosed under the consent. */
    @Transactional
    Consent revoke(UUID id, @Nullable String ifMatch, Signature revocation) {
        var consent = locked(id, ifMatch);
        requirePlausible(revocation.signedAt());
        consent.revoke(revocation, clock.instant(), caller.subject());
        return told(consent);
    }

    /** The same by the patient, who can only revoke their own. */
    @Transactional
    Consent revokeOwn(UUID patientId, UUID id, @Nullable String ifMatch, Signature revocation) {
        if (!consents.require(id).patientId().equals(patientId)) {
            throw ProblemException.notFound("consent");
        }
        return revoke(id, ifMatch, revocation);
    }

    @Transactional
    Consent end(UUID id, @Nullable String ifMatch) {
        var consent = locked(id, ifMatch);
        consent.end(clock.instant());
        return told(consent);
    }

    @Transactional
    Consent cancelAsMistake(UUID id, @Nullable String ifMatch, PrivateText reason) {
        var consent = locked(id, ifMatch);
        consent.cancelAsMistake(reason);
        return told(consent);
    }

    /** Ends what was to end with the treatment, in the transaction of the discharge. */
    void on(@Observes TreatmentEnded ended) {
        consents.endingWithTreatment(ended.patientId()).forEach(consent -> {
            consent.end(clock.instant());
            told(consent);
        });
    }

    private Consent locked(UUID id, @Nullable String ifMatch) {
        var consent = consents.requireLocked(id);
        IfMatch.require(ifMatch, consent.version());
        return consent;
    }

    private void requireNameable(UUID patientId, ConsentContent content) {
        var unknown = new TreeSet<>(content.everyRecipient());
        recipients.nameable(patientId, unknown).stream().map(Recipient::id).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(
                    "/recipients", "has no registered recipient for " + unknown.first() + "; register it first");
        }
    }

    private void requirePlausible(Instant signedAt) {
        var now = clock.instant();
        if (signedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw ProblemException.invalid("/signedAt", "must not be in the future");
        }
        if (signedAt.isBefore(now.minus(settings.signedAtMostAgo()))) {
            throw ProblemException.invalid(
                    "/signedAt",
                    "must not be more than " + settings.signedAtMostAgo().toDays() + " days ago");
        }
    }

    private Consent noted(Consent consent) {
        consents.flush();
        audit.wrote("Consent", consent.id(), consent.patientId());
        return consent;
    }

    private Consent told(Consent consent) {
        noted(consent);
        outbox.add(new OutgoingEvent(
                TOPIC, ConsentChanged.TYPE, consent.id(), consent.version(), consent.changed(clock.instant())));
        return consent;
    }
}
