package care.iop.chassis.consent;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.inbox.InboxProgress;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.chassis.request.RequestFacts;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides, by the service's own copy of the consents, what a machine may be told, and accounts for the answer in the same
 * transaction: whoever keeps the account hears of it. When the copy has fallen behind, nobody is told anything.
 */
@ApplicationScoped
@IfBuildProperty(name = "iop.consent-copy.enabled", stringValue = "true")
public class MachineDisclosures {

    /** What was asked for does not exist. */
    private static final String ABSENT = "ABSENT";

    /** The client is nobody's machine. */
    private static final String CLIENT_NOT_REGISTERED = "CLIENT_NOT_REGISTERED";

    /** The recipient is not registered for the purpose that it stated, or states none of several. */
    private static final String PURPOSE_NOT_REGISTERED = "PURPOSE_NOT_REGISTERED";

    private final ConsentCopy copy;
    private final CopiedNotice notice;
    private final InboxProgress progress;
    private final Outbox outbox;
    private final AccessAudit audit;
    private final Caller caller;
    private final RequestFacts facts;
    private final Ids ids;
    private final Clock clock;
    private final String consentTopic;
    private final String service;
    private final Duration mostBehind;
    private final boolean earlierElementsAccepted;

    MachineDisclosures(
            ConsentCopy copy,
            CopiedNotice notice,
            InboxProgress progress,
            Outbox outbox,
            AccessAudit audit,
            Caller caller,
            RequestFacts facts,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "iop.consent-copy.topic") String consentTopic,
            @ConfigProperty(name = "iop.inbox.group") String service,
            @ConfigProperty(name = "iop.consent-copy.most-behind") Duration mostBehind,
            @ConfigProperty(name = "iop.consent.earlier-elements-accepted") boolean earlierElementsAccepted) {
        this.copy = copy;
        this.notice = notice;
        this.progress = progress;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
        this.consentTopic = consentTopic;
        this.service = service;
        this.mostBehind = mostBehind;
        this.earlierElementsAccepted = earlierElementsAccepted;
    }

    /**
     * Asks whether the calling machine may be told this of a person. Whoever gets no answer has to be treated as if the person
     * did not exist, but only after the commit: the refusal is told by it.
     *
     * @param person all identifiers of the person, the present one first; empty when what is asked for does not exist
     * @param resource the type of what is told, such as {@code Timetable}
     * @param count how many are told
     * @return the notice to send with it; empty when nothing may be told
     * @throws ProblemException TEMPORARILY_UNAVAILABLE when the copy of the consents may be out of date
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Notice> tell(List<UUID> person, DataClass dataClass, String resource, int count) {
        requireCurrentCopy();
        var recipient = copy.machine(caller.subject());
        var purpose = recipient.flatMap(its -> its.purpose(facts.purpose()));
        // Whoever doesn't exist is decided about like anybody else: the work is the same, and so is the answer.
        var identifiers = person.isEmpty() ? Set.of(ids.next()) : Set.copyOf(person);
        if (recipient.isEmpty() || purpose.isEmpty()) {
            var reason = recipient.isEmpty() ? CLIENT_NOT_REGISTERED : PURPOSE_NOT_REGISTERED;
            return refuse(person, recipient.map(CopiedRecipient::recipientId), dataClass, List.of(reason));
        }
        var decision = decide(identifiers, recipient.get(), dataClass, purpose.get());
        var basis = decision.basis();
        if (person.isEmpty() || basis == null) {
            var reasons = person.isEmpty()
                    ? List.of(ABSENT)
                    : decision.findings().stream()
                            .map(finding -> finding.reason().name())
                            .distinct()
                            .toList();
            return refuse(person, Optional.of(recipient.get().recipientId()), dataClass, reasons);
        }
        account(person.get(0), recipient.get().recipientId(), dataClass, purpose.get(), basis, resource, count);
        return Optional.of(notice.notice());
    }

    private void requireCurrentCopy() {
        var oldest = clock.instant().minus(mostBehind);
        if (progress.caughtUpAt(consentTopic).filter(at -> !at.isBefore(oldest)).isEmpty()) {
            throw new ProblemException(
                    CommonProblem.TEMPORARILY_UNAVAILABLE,
                    "Nothing is disclosed while consents may have changed without this service knowing. Try again.");
        }
    }

    private DisclosureDecision decide(
            Set<UUID> person, CopiedRecipient recipient, DataClass dataClass, PurposeOfUse purpose) {
        var request = new DisclosureRequest(
                recipient.recipientId(),
                recipient.classes(),
                recipient.participatesIn(),
                copy.treats(person, recipient.recipientId()),
                dataClass,
                purpose,
                clock.instant(),
                true);
        return DisclosureRules.decide(
                request,
                copy.consents(person).stream()
                        .map(consent -> consent.terms(earlierElementsAccepted))
                        .toList(),
                copy.restrictions(person).stream()
                        .filter(restriction -> !restriction.ended())
                        .map(CopiedRestriction::terms)
                        .toList());
    }

    private void account(
            UUID personId,
            UUID recipientId,
            DataClass dataClass,
            PurposeOfUse purpose,
            UUID basis,
            String resource,
            int count) {
        var disclosureId = ids.next();
        audit.read("Disclosure", disclosureId, personId);
        outbox.add(new OutgoingEvent(
                topic(),
                InformationDisclosed.type(service),
                disclosureId,
                0,
                new InformationDisclosed(
                        disclosureId,
                        personId,
                        recipientId,
                        Set.of(dataClass),
                        resource,
                        count,
                        purpose,
                        Set.of(basis),
                        notice.notice().version(),
                        caller.subject(),
                        facts.requestId(),
                        clock.instant())));
    }

    private Optional<Notice> refuse(
            List<UUID> person, Optional<UUID> recipientId, DataClass dataClass, List<String> reasons) {
        var refusalId = ids.next();
        outbox.add(new OutgoingEvent(
                topic(),
                DisclosureRefused.type(service),
                refusalId,
                0,
                new DisclosureRefused(
                        refusalId,
                        person.isEmpty() ? null : person.get(0),
                        recipientId.orElse(null),
                        dataClass,
                        facts.purpose(),
                        facts.operation(),
                        reasons,
                        caller.subject(),
                        facts.requestId(),
                        clock.instant())));
        return Optional.empty();
    }

    private String topic() {
        return service + ".disclosure.v1";
    }
}
