package care.iop.intake.benefits;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.disclosure.Disclose;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/**
 * Sends a question to the payer, and keeps the answer or the reason why there is none. That somebody asks tells the payer of
 * treatment: a consent has to cover it, and it is accounted for before it is sent. No transaction is open while the payer
 * thinks; of two who submit one question at once, the second is refused as long as the first can be asking.
 */
@ApplicationScoped
class SubmitInquiry {

    private static final String BY_HAND = " Verify by phone or on the payer's portal, or submit again later.";

    private final EligibilityInquiries inquiries;
    private final AskPayer askPayer;
    private final PayerConnection connection;
    private final Disclose disclose;
    private final AccessAudit audit;
    private final Clock clock;

    SubmitInquiry(
            EligibilityInquiries inquiries,
            AskPayer askPayer,
            PayerConnection connection,
            Disclose disclose,
            AccessAudit audit,
            Clock clock) {
        this.inquiries = inquiries;
        this.askPayer = askPayer;
        this.connection = connection;
        this.disclose = disclose;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is sent, with the notice that goes with it. */
    private record Question(String payerElectronicId, String x12, String trace, String notice) {}

    /** What became of the question: it is answered, or has to be asked by hand. */
    EligibilityInquiryView submit(UUID patientId, UUID inquiryId, UUID recipientId) {
        var question = QuarkusTransaction.requiringNew().call(() -> open(patientId, inquiryId, recipientId));
        byte[] answer;
        try {
            answer = connection.ask(question.payerElectronicId(), question.x12(), question.notice());
        } catch (PayerUnreachableException e) {
            return byHand(patientId, inquiryId, e.reason());
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                askPayer.takeAnswerTo(question.trace(), patientId, answer);
                return inquiries
                        .require(patientId, inquiryId, LockModeType.NONE)
                        .view();
            });
        } catch (ProblemException e) {
            if (e.type() == IntakeProblem.INQUIRY_ANSWERED) {
                throw e;
            }
            return byHand(patientId, inquiryId, "The payer's answer was not kept. " + e.getMessage());
        }
    }

    private Question open(UUID patientId, UUID inquiryId, UUID recipientId) {
        var inquiry = inquiries.require(patientId, inquiryId, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        inquiry.beginAsking(now, now.plus(connection.longest(inquiry.payerElectronicId())));
        audit.read("EligibilityInquiry", inquiryId, patientId);
        var notice = connection.reaches(inquiry.payerElectronicId())
                ? disclose.forStaff(
                                patientId,
                                recipientId,
                                Set.of(DataClass.DEMOGRAPHICS, DataClass.BENEFITS),
                                PurposeOfUse.PAYMENT,
                                "Asked about coverage (X12 270, trace " + inquiry.trace() + ").")
                        .notice()
                        .text()
                : "";
        return new Question(inquiry.payerElectronicId(), inquiry.x12(), inquiry.trace(), notice);
    }

    private EligibilityInquiryView byHand(UUID patientId, UUID inquiryId, String reason) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var inquiry = inquiries.require(patientId, inquiryId, LockModeType.PESSIMISTIC_WRITE);
            inquiry.verifyByHand(reason + BY_HAND);
            inquiries.flush();
            audit.wrote("EligibilityInquiry", inquiryId, patientId);
            return inquiry.view();
        });
    }
}
