package care.iop.intake.disclosure;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.DisclosureDecision;
import care.iop.chassis.consent.DisclosureRequest;
import care.iop.chassis.consent.DisclosureRules;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.chassis.request.RequestFacts;
import care.iop.intake.IntakeProblem;
import care.iop.intake.IntakeRoles;
import care.iop.intake.consent.ConsentTexts;
import care.iop.intake.consent.Consents;
import care.iop.intake.consent.EarlierElements;
import care.iop.intake.patient.Patients;
import care.iop.intake.person.PrivateText;
import care.iop.intake.recipient.Recipient;
import care.iop.intake.recipient.Recipients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides about each disclosure and accounts for it in the same transaction: without its row nothing is told, and while one is
 * being made none of the consents it relies on can be revoked.
 */
@ApplicationScoped
public class Disclose {

    private final Consents consents;
    private final AgreedRestrictions restrictions;
    private final TreatingRelationships relationships;
    private final Recipients recipients;
    private final Disclosures disclosures;
    private final RefusedDisclosures refusals;
    private final Patients patients;
    private final ConsentTexts texts;
    private final Caller caller;
    private final RequestFacts facts;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    Disclose(
            Consents consents,
            AgreedRestrictions restrictions,
            TreatingRelationships relationships,
            Recipients recipients,
            Disclosures disclosures,
            RefusedDisclosures refusals,
            Patients patients,
            ConsentTexts texts,
            Caller caller,
            RequestFacts facts,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.consents = consents;
        this.restrictions = restrictions;
        this.relationships = relationships;
        this.recipients = recipients;
        this.disclosures = disclosures;
        this.refusals = refusals;
        this.patients = patients;
        this.texts = texts;
        this.caller = caller;
        this.facts = facts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks whether the calling machine may be told this. Whoever gets no answer has to be treated as if the person did not
     * exist, but only after the commit: the refusal is kept by it.
     *
     * @param patientId empty when what is asked for does not exist
     * @param what the information in words, for the account
     */
    @Transactional(TxType.MANDATORY)
    public Optional<DisclosedUnder> toMachine(Optional<UUID> patientId, DataClass dataClass, String what) {
        var recipient = recipients.machine(caller.subject());
        var purpose = recipient.flatMap(its -> purpose(its, facts.purpose()));
        if (recipient.isEmpty() || purpose.isEmpty()) {
            var reason = recipient.isEmpty()
                    ? RefusedDisclosures.CLIENT_NOT_REGISTERED
                    : RefusedDisclosures.PURPOSE_NOT_REGISTERED;
            return refused(patientId, recipient, dataClass, List.of(reason));
        }
        // Whoever doesn't exist is decided about like anybody else: the work is the same, and so is the answer.
        var person = patientId.orElseGet(ids::next);
        var decision = decide(person, recipient.get(), dataClass, purpose.get(), true);
        var basis = decision.basis();
        if (patientId.isEmpty() || !decision.permitted() || basis == null) {
            var reasons = patientId.isEmpty()
                    ? List.of(RefusedDisclosures.ABSENT)
                    : decision.findings().stream()
                            .map(finding -> finding.reason().name())
                            .distinct()
                            .toList();
            return refused(patientId, recipient, dataClass, reasons);
        }
        var told = new Disclosure.Told(Set.of(dataClass), new PrivateText(what), purpose.get(), Set.of(basis), null);
        return Optional.of(account(person, recipient.get().id(), told, Disclosure.Channel.API));
    }

    /** Whether a recipient's machine may be told this, for the purpose it asks for when it states none; nothing is told. */
    @Transactional(TxType.MANDATORY)
    public boolean permits(UUID patientId, Recipient recipient, DataClass dataClass) {
        return basis(patientId, recipient, dataClass).isPresent();
    }

    /** Whether the calling machine may be told this for the purpose that it states; nothing is told, and nothing is kept. */
    @Transactional(TxType.MANDATORY)
    public boolean permitsMachine(UUID patientId, DataClass dataClass) {
        return recipients
                .machine(caller.subject())
                .flatMap(its ->
                        purpose(its, facts.purpose()).map(purpose -> decide(patientId, its, dataClass, purpose, true)))
                .filter(decision -> decision.permitted() && decision.basis() != null)
                .isPresent();
    }

    private Optional<UUID> basis(UUID patientId, Recipient recipient, DataClass dataClass) {
        return !recipient.active() || !recipient.hasMachine()
                ? Optional.empty()
                : purpose(recipient, null)
                        .map(purpose -> decide(patientId, recipient, dataClass, purpose, true))
                        .filter(DisclosureDecision::permitted)
                        .map(DisclosureDecision::basis);
    }

    /**
     * Accounts for what a recipient's machine is told without having asked; empty, and nothing is kept, when it may not be told.
     *
     * @param what the information in words, for the account
     */
    @Transactional(TxType.MANDATORY)
    public Optional<DisclosedUnder> unasked(UUID patientId, Recipient recipient, DataClass dataClass, String what) {
        return basis(patientId, recipient, dataClass).map(basis -> {
            var told = new Disclosure.Told(
                    Set.of(dataClass),
                    new PrivateText(what),
                    purpose(recipient, null).orElseThrow(),
                    Set.of(basis),
                    null);
            return account(patientId, recipient.id(), told, Disclosure.Channel.API);
        });
    }

    private Optional<DisclosedUnder> refused(
            Optional<UUID> patientId, Optional<Recipient> recipient, DataClass dataClass, List<String> reasons) {
        refusals.add(patientId, recipient.map(Recipient::id), dataClass, reasons);
        return Optional.empty();
    }

    /** Accounts for what a member of staff tells; refused when no consent covers it and it is no emergency. */
    @Transactional
    Disclosure byStaff(UUID patientId, DisclosureRequestByStaff request) {
        patients.requireCurrent(patientId);
        var recipient = nameable(patientId, request.recipientId());
        if ((request.purpose() == PurposeOfUse.EMERGENCY) != (request.emergency() != null)) {
            throw ProblemException.invalid("/emergency", "must be there for the purpose EMERGENCY, and for no other");
        }
        var basis = request.emergency() == null ? requireConsents(patientId, recipient, request) : emergency(request);
        var told = new Disclosure.Told(
                request.dataClasses(), request.what(), request.purpose(), basis, request.emergency());
        var under = account(patientId, recipient.id(), told, Disclosure.Channel.BY_STAFF);
        return disclosures.findById(under.disclosureId());
    }

    /**
     * Accounts for what this service tells a recipient because staff asked it to, before it is told; refused when no consent
     * covers it.
     *
     * @param what the information in words, for the account
     */
    @Transactional(TxType.MANDATORY)
    public DisclosedUnder forStaff(
            UUID patientId, UUID recipientId, Set<DataClass> dataClasses, PurposeOfUse purpose, String what) {
        var recipient = nameable(patientId, recipientId);
        var request = new DisclosureRequestByStaff(recipientId, dataClasses, purpose, new PrivateText(what), null);
        var basis = requireConsents(patientId, recipient, request);
        var told = new Disclosure.Told(dataClasses, request.what(), purpose, basis, null);
        return account(patientId, recipient.id(), told, Disclosure.Channel.API);
    }

    /** What would be decided now about a disclosure by staff; nothing is disclosed. */
    @Transactional
    DisclosureDecision ask(UUID patientId, UUID recipientId, DataClass dataClass, PurposeOfUse purpose) {
        requirePatient(patientId);
        audit.read("Consent", patientId, patientId);
        return decide(patientId, nameable(patientId, recipientId), dataClass, purpose, false);
    }

    private Recipient nameable(UUID patientId, UUID recipientId) {
        return recipients.nameable(patientId, Set.of(recipientId)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("/recipientId", "is no registered recipient"));
    }

    private Set<UUID> requireConsents(UUID patientId, Recipient recipient, DisclosureRequestByStaff request) {
        var basis = new HashSet<UUID>();
        var refused = new ArrayList<FieldProblem>();
        for (var dataClass : request.dataClasses()) {
            var decision = decide(patientId, recipient, dataClass, request.purpose(), false);
            if (decision.basis() != null) {
                basis.add(decision.basis());
            } else {
                refused.add(new FieldProblem(
                        "/dataClasses",
                        dataClass + ": " + decision.findings().get(0).explanation()));
            }
        }
        if (!refused.isEmpty()) {
            throw new ProblemException(
                    IntakeProblem.CONSENT_NOT_IN_FORCE,
                    "Nothing was disclosed. Ask the person for a consent that covers all of it.",
                    refused);
        }
        return basis;
    }

    private Set<UUID> emergency(DisclosureRequestByStaff request) {
        if (!caller.hasRole(IntakeRoles.CLINICIAN)) {
            throw ProblemException.invalid(
                    "/purpose", "EMERGENCY is for clinicians: our own policy, for a clinical owner to confirm");
        }
        if (request.dataClasses().contains(DataClass.COUNSELING_NOTES)) {
            throw ProblemException.invalid(
                    "/dataClasses", "must not have COUNSELING_NOTES in an emergency: our own policy");
        }
        return Set.of();
    }

    private DisclosureDecision decide(
            UUID patientId, Recipient recipient, DataClass dataClass, PurposeOfUse purpose, boolean unattended) {
        var known = consents.decisive(patientId);
        var decision = DisclosureRules.decide(
                new DisclosureRequest(
                        recipient.id(),
                        recipient.classes(),
                        recipient.participatesIn(),
                        relationships.present(patientId, recipient.id()).isPresent(),
                        dataClass,
                        purpose,
                        clock.instant(),
                        unattended),
                known.terms(),
                restrictions.inForce(patientId));
        return EarlierElements.say(decision, known.ofEarlierElements());
    }

    /** A machine asks for what it is registered for; it can't state a wider purpose. */
    private static Optional<PurposeOfUse> purpose(Recipient recipient, @Nullable String stated) {
        var registered = recipient.purposes();
        if (stated != null) {
            return Arrays.stream(PurposeOfUse.values())
                    .filter(purpose -> purpose.code().equals(stated) && registered.contains(purpose))
                    .findFirst();
        }
        return registered.contains(PurposeOfUse.TREATMENT)
                ? Optional.of(PurposeOfUse.TREATMENT)
                : registered.stream().findFirst().filter(only -> registered.size() == 1);
    }

    private DisclosedUnder account(UUID patientId, UUID recipientId, Disclosure.Told told, Disclosure.Channel channel) {
        var notice = texts.notice();
        var disclosure = new Disclosure(
                ids.next(),
                patientId,
                recipientId,
                told,
                new Disclosure.Made(clock.instant(), channel, notice.version(), caller.subject(), facts.requestId()));
        disclosures.persist(disclosure);
        disclosures.flush();
        audit.read("Disclosure", disclosure.id(), patientId);
        return new DisclosedUnder(disclosure.id(), notice);
    }

    private void requirePatient(UUID patientId) {
        if (patients.findByIdOptional(patientId).isEmpty()) {
            throw ProblemException.notFound("patient");
        }
    }
}
