package care.iop.intake.fhir;

import care.iop.intake.fhir.EntryReading.NotKept;
import care.iop.intake.fhir.EntryReading.Person;
import care.iop.intake.fhir.EntryReading.Refused;
import care.iop.intake.fhir.EntryReading.Remark;
import jakarta.ws.rs.core.UriInfo;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Tells the sender what became of each entry, in the same order: 201 for what was stored now, 200 for what was already
 * there, 204 for what this service does not keep, 422 for what it would keep if it were sound. The Patient's entry carries
 * an OperationOutcome that sums up what was not taken.
 */
final class BundleAnswer {

    private static final int MAX_REFUSALS_IN_SUMMARY = 50;

    private final ReceivedBundle received;
    private final TakenBundle taken;
    private final UriInfo uri;

    /**
     * An answer to a bundle.
     *
     * @param uri of the request: what is told of stands below the same root
     */
    BundleAnswer(ReceivedBundle received, TakenBundle taken, UriInfo uri) {
        this.received = received;
        this.taken = taken;
        this.uri = uri;
    }

    /** The answer as FHIR says it. */
    Bundle bundle() {
        var answer = new Bundle();
        answer.setType(
                received.type() == BundleType.TRANSACTION ? BundleType.TRANSACTIONRESPONSE : BundleType.BATCHRESPONSE);
        for (var entry : received.entries()) {
            answer.addEntry().setResponse(response(entry));
        }
        return answer;
    }

    private BundleEntryResponseComponent response(EntryReading entry) {
        var response = new BundleEntryResponseComponent();
        if (entry instanceof Refused refused) {
            return response.setStatus("422 Unprocessable Entity").setOutcome(outcomeOf(refused));
        }
        var place = taken.entries().get(entry.index());
        if (place == null) {
            return response.setStatus("204 No Content").setOutcome(outcomeOfNotKept());
        }
        response.setStatus(place.isNew() ? "201 Created" : "200 OK").setLocation(url(place.path()));
        return entry instanceof Person ? response.setOutcome(summary()) : response;
    }

    private String url(String path) {
        return uri.getBaseUriBuilder().path(path).build().toString();
    }

    private static OperationOutcome outcomeOf(Refused refused) {
        var outcome = new OperationOutcome();
        add(outcome, IssueSeverity.ERROR, IssueType.VALUE, refused.remark());
        return outcome;
    }

    private static OperationOutcome outcomeOfNotKept() {
        var outcome = new OperationOutcome();
        add(outcome, IssueSeverity.INFORMATION, IssueType.NOTSUPPORTED, "This service does not keep such resources.");
        return outcome;
    }

    /** What was taken and what was not, and why. */
    OperationOutcome summary() {
        var outcome = new OperationOutcome();
        add(
                outcome,
                IssueSeverity.INFORMATION,
                IssueType.INFORMATIONAL,
                taken.entries().size() + " of " + received.entries().size() + " entries were taken. The referral is "
                        + url(TakenBundle.referralPath(taken.referralId())));
        received.person().remarks().forEach(remark -> add(outcome, IssueSeverity.WARNING, IssueType.VALUE, remark));

        var refused = received.entries().stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
        refused.stream()
                .collect(Collectors.groupingBy(Refused::resourceType, TreeMap::new, Collectors.counting()))
                .forEach((type, count) -> add(
                        outcome,
                        IssueSeverity.WARNING,
                        IssueType.PROCESSING,
                        type + ": " + count + " refused, see their entries"));
        refused.stream()
                .limit(MAX_REFUSALS_IN_SUMMARY)
                .forEach(refusal -> add(outcome, IssueSeverity.WARNING, IssueType.VALUE, refusal.remark()));

        received.entries().stream()
                .filter(NotKept.class::isInstance)
                .map(NotKept.class::cast)
                .collect(Collectors.groupingBy(NotKept::resourceType, TreeMap::new, Collectors.counting()))
                .forEach((type, count) -> add(
                        outcome,
                        IssueSeverity.INFORMATION,
                        IssueType.NOTSUPPORTED,
                        type + ": " + count + " not taken, not kept by this service"));
        return outcome;
    }

    private static void add(OperationOutcome outcome, IssueSeverity severity, IssueType code, Remark remark) {
        outcome.addIssue()
                .setSeverity(severity)
                .setCode(code)
                .setDetails(new CodeableConcept().setText(remark.text()))
                .addExpression(remark.expression());
    }

    private static void add(OperationOutcome outcome, IssueSeverity severity, IssueType code, String text) {
        outcome.addIssue().setSeverity(severity).setCode(code).setDetails(new CodeableConcept().setText(text));
    }
}
