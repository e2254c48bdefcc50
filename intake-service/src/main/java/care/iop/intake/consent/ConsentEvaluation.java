package care.iop.intake.consent;

import care.iop.chassis.consent.ConsentTerms;
import care.iop.chassis.consent.DisclosureDecision;
import care.iop.chassis.consent.DisclosureRequest;
import care.iop.chassis.consent.DisclosureRules;
import care.iop.chassis.consent.Restriction;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would be decided under a supposed consent, by the same rules as for a real one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentEvaluation(
        @Schema(required = true, description = "Which elements of 42 CFR 2.31 it lacks; with any it is void")
        List<MissingElement> missing,

        @Schema(required = true) DisclosureDecision decision) {

    /** Stands for the supposed consent in the findings. */
    private static final UUID SUPPOSED = new UUID(0, 1);

    static ConsentEvaluation of(ConsentEvaluationRequest request, ZoneId zone, Instant now, boolean earlierAccepted) {
        var supposed = request.consent();
        var content = supposed.content();
        var judged = EarlierElements.judge(content, supposed.signedAt(), zone, earlierAccepted);
        var missing = judged.missing();
        var expiry = content.expiry();
        var last = expiry == null ? null : expiry.on();
        var terms = new ConsentTerms(
                SUPPOSED,
                content.kind(),
                missing.isEmpty(),
                content.recipients(),
                content.recipientClasses(),
                content.intermediaries(),
                content.dataClasses(),
                content.purposes(),
                supposed.signedAt(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                supposed.endedAt(),
                supposed.revokedAt());
        var restrictions = new ArrayList<Restriction>();
        for (var restriction : request.restrictions()) {
            restrictions.add(new Restriction(
                    new UUID(0, restrictions.size() + 2), restriction.recipientId(), restriction.dataClasses()));
        }
        var question = request.question();
        var decision = DisclosureRules.decide(
                new DisclosureRequest(
                        question.recipientId(),
                        question.recipientClasses(),
                        question.participatesIn(),
                        question.treatingRelationship(),
                        question.dataClass(),
                        question.purpose(),
                        question.at() == null ? now : question.at(),
                        question.unattended()),
                List.of(terms),
                restrictions);
        return new ConsentEvaluation(
                MissingElement.of(missing),
                EarlierElements.say(decision, judged.byEarlier() ? Set.of(SUPPOSED) : Set.of()));
    }
}
