package care.iop.intake.benefits;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps what a payer said of a person's benefits. */
@ApplicationScoped
public class VerifyBenefits {

    private final BenefitVerifications verifications;
    private final Patients patients;
    private final BenefitCalendar calendar;
    private final Caller caller;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;
    private final Duration longestAgo;

    VerifyBenefits(
            BenefitVerifications verifications,
            Patients patients,
            BenefitCalendar calendar,
            Caller caller,
            AccessAudit audit,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "iop.benefits.longest-ago") Duration longestAgo) {
        this.verifications = verifications;
        this.patients = patients;
        this.calendar = calendar;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.longestAgo = longestAgo;
    }

    /** Keeps what a person was told, in place of the verification that it repeats, if any. */
    @Transactional
    BenefitVerification record(UUID patientId, BenefitVerificationRequest request) {
        if (!request.source().isByHand()) {
            throw ProblemException.invalid(
                    "/source", "must be PHONE or PORTAL; electronic answers are sent in as they are");
        }
        patients.requireCurrent(patientId);
        var finding = finding(
                request.coverage(), request.source(), request.referenceNumber(), request.verifiedAt(), request.terms());
        return keep(patientId, finding, request.reverifies());
    }

    /** Keeps what a verification should have said. Contradictions of the payer are thereby settled by a person. */
    @Transactional
    BenefitVerification correct(
            UUID patientId, UUID id, @Nullable String ifMatch, BenefitCorrectionRequest correction) {
        var wrong = verifications.requireToReplace(patientId, id);
        IfMatch.require(ifMatch, wrong.version());
        var finding = finding(
                correction.coverage(),
                wrong.source(),
                correction.referenceNumber(),
                correction.verifiedAt(),
                correction.terms());
        return replace(wrong, finding);
    }

    /**
     * Keeps what a payer answered by machine.
     *
     * @param reverifies the verification that it repeats, if any
     * @param bornOn the birth date that the payer has, if it says one: another one is another person
     */
    @Transactional
    public Kept take(UUID patientId, PayerAnswer answer, @Nullable UUID reverifies, @Nullable LocalDate bornOn) {
        var patient = patients.requireCurrent(patientId);
        if (bornOn != null && !bornOn.equals(patient.birthDate().value())) {
            throw new ProblemException(
                    IntakeProblem.IDENTITY_CONFLICT,
                    "The payer's answer is about somebody with another birth date. Check whose answer it is.");
        }
        refuseUnlessRecent("/answeredAt", answer.answeredAt());
        var result = Consolidation.of(answer);
        var verifiedOn = calendar.day(answer.answeredAt());
        var finding = new BenefitVerification.Finding(
                result.coverage(),
                answer.source(),
                answer.referenceNumber(),
                answer.answeredAt().truncatedTo(ChronoUnit.MICROS),
                result.terms(),
                result.conflicts(),
                result.notes(),
                calendar.policy()
                        .of(result.coverage(), verifiedOn, result.terms())
                        .orElse(null));
        var kept = keep(patientId, finding, reverifies);
        return new Kept(kept.id(), result.conflicts(), result.notes());
    }

    /** Where an answer of a payer is kept, and what a person should look at. */
    public record Kept(UUID verificationId, List<String> conflicts, List<String> notes) {}

    private void refuseUnlessRecent(String pointer, Instant at) {
        var now = clock.instant();
        if (at.isAfter(now) || at.isBefore(now.minus(longestAgo))) {
            throw ProblemException.invalid(pointer, "must lie between now and " + longestAgo.toDays() + " days ago");
        }
    }

    private BenefitVerification keep(UUID patientId, BenefitVerification.Finding finding, @Nullable UUID reverifies) {
        if (reverifies != null) {
            return replace(verifications.requireToReplace(patientId, reverifies), finding);
        }
        return store(new BenefitVerification(ids.next(), patientId, finding, caller.subject(), clock.instant()));
    }

    private BenefitVerification replace(BenefitVerification former, BenefitVerification.Finding finding) {
        var next = new BenefitVerification(ids.next(), former.patientId(), finding, caller.subject(), clock.instant());
        former.giveWayTo(next);
        return store(next);
    }

    private BenefitVerification store(BenefitVerification verification) {
        verifications.persist(verification);
        verifications.flush();
        audit.wrote("BenefitVerification", verification.id(), verification.patientId());
        return verification;
    }

    private BenefitVerification.Finding finding(
            CoverageStatus coverage,
            VerificationSource source,
            @Nullable String referenceNumber,
            Instant verifiedAt,
            BenefitTerms terms) {
        refuseUnlessRecent("/verifiedAt", verifiedAt);
        var verifiedOn = calendar.day(verifiedAt);
        var contradictions = new ArrayList<FieldProblem>(terms.contradictions("/terms", calendar.today()));
        contradictions.addAll(calendar.policy().contradictions("/terms", coverage, verifiedOn, terms));
        if (!contradictions.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE, "The benefits contradict themselves.", contradictions);
        }
        return new BenefitVerification.Finding(
                coverage,
                source,
                referenceNumber,
                verifiedAt.truncatedTo(ChronoUnit.MICROS),
                terms,
                List.of(),
                List.of(),
                calendar.policy().of(coverage, verifiedOn, terms).orElse(null));
    }
}
