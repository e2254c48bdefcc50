package care.iop.intake.benefits;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes questions to payers, and takes their answers. */
@ApplicationScoped
class AskPayer {

    private final EligibilityInquiries inquiries;
    private final BenefitVerifications verifications;
    private final VerifyBenefits verifyBenefits;
    private final Patients patients;
    private final X12Settings settings;
    private final BenefitCalendar calendar;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    AskPayer(
            EligibilityInquiries inquiries,
            BenefitVerifications verifications,
            VerifyBenefits verifyBenefits,
            Patients patients,
            X12Settings settings,
            BenefitCalendar calendar,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.inquiries = inquiries;
        this.verifications = verifications;
        this.verifyBenefits = verifyBenefits;
        this.patients = patients;
        this.settings = settings;
        this.calendar = calendar;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a question and keeps it. */
    @Transactional
    EligibilityInquiry prepare(UUID patientId, EligibilityInquiryRequest request) {
        var patient = patients.requireCurrent(patientId);
        check(request);
        if (request.reverifies() != null) {
            verifications.require(patientId, request.reverifies());
        }
        X12Settings.@Nullable Provider provider = settings.organization().get(caller.organization());
        if (provider == null) {
            throw new ProblemException(
                    IntakeProblem.PAYER_CONNECTION_NOT_SET_UP,
                    "Set iop.benefits.x12.organization.<slug> for the organization, or ask by phone.");
        }
        var id = ids.next();
        var trace = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        var now = clock.instant();
        var control = inquiries.nextControlNumber();
        var x12 = Inquiry270.write(new Inquiry270.Asked(
                provider, settings, request, patient, control, trace, now.atZone(calendar.zone())));
        var inquiry = new EligibilityInquiry(
                id,
                patientId,
                String.valueOf(request.payer().electronicId()),
                request,
                trace,
                control,
                x12,
                caller.subject(),
                now);
        inquiries.persist(inquiry);
        audit.wrote("EligibilityInquiry", id, patientId);
        return inquiry;
    }

    /**
     * Keeps a payer's answer in X12. One that carries the trace of a question is its answer, and takes the place of what
     * the question said.
     */
    @Transactional
    BenefitVerification take(UUID patientId, byte[] interchange, @Nullable UUID reverifies) {
        patients.require(patientId);
        return keep(patientId, Answer271.read(interchange, settings, calendar.zone(), clock.instant()), reverifies);
    }

    /** Keeps what came back for a question, unless it is the answer to another one. */
    @Transactional
    void takeAnswerTo(String trace, UUID patientId, byte[] interchange) {
        var read = Answer271.read(interchange, settings, calendar.zone(), clock.instant());
        if (!trace.equals(read.answer().referenceNumber())) {
            throw new ProblemException(
                    IntakeProblem.IDENTITY_CONFLICT, "It does not carry the trace number of the question.");
        }
        keep(patientId, read, null);
    }

    private BenefitVerification keep(UUID patientId, Answer271.Read read, @Nullable UUID reverifies) {
        var trace = read.answer().referenceNumber();
        var inquiry = trace == null ? null : inquiries.asked(trace).orElse(null);
        if (inquiry != null) {
            if (!inquiry.patientId().equals(patientId)) {
                throw new ProblemException(
                        IntakeProblem.IDENTITY_CONFLICT,
                        "The answer is to a question about another patient. Check whose answer it is.");
            }
            inquiry.refuseUnlessOpen();
        }
        var replaces = reverifies == null && inquiry != null ? inquiry.reverifies() : reverifies;
        var kept = verifyBenefits.take(patientId, read.answer(), replaces, read.bornOn());
        if (inquiry != null) {
            inquiry.answered(kept.verificationId());
            inquiries.flush();
            audit.wrote("EligibilityInquiry", inquiry.id(), patientId);
        }
        return verifications.require(patientId, kept.verificationId());
    }

    private void check(EligibilityInquiryRequest request) {
        var found = new ArrayList<FieldProblem>();
        var today = calendar.today();
        if (request.serviceOn().isBefore(today.minusYears(1))
                || request.serviceOn().isAfter(today.plusYears(1))) {
            found.add(new FieldProblem("/serviceOn", "must lie between a year ago and a year ahead"));
        }
        if (request.payer().electronicId() == null) {
            found.add(new FieldProblem("/payer/electronicId", "is needed: by it the payer is addressed in X12"));
        }
        var subscriber = request.subscriber();
        if (!request.isOwnPolicy() && subscriber != null && subscriber.familyName() == null) {
            found.add(new FieldProblem("/subscriber/familyName", "is needed unless the patient holds the policy"));
        }
        if (!found.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_VALUE, "The payer can't be asked like this.", found);
        }
    }
}
