package care.iop.intake.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.DisclosureRequest;
import care.iop.chassis.consent.DisclosureRules;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.consent.Expiry.Kind;
import care.iop.intake.person.PersonName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consents from before 16 February 2026: accepted by policy only, on the right side of the day, with the elements of then. */
class EarlierElementsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final UUID PATIENT = new UUID(0, 7);
    private static final UUID CLINIC = new UUID(0, 1);
    private static final Instant LAST_MOMENT = Instant.parse("2026-02-16T04:59:59Z");

    /** For treatment, payment and operations, without the statements that the rule of 2024 added. */
    private static final ConsentContent OF_THEN = ConsentElementsTest.complete(ConsentKind.TREATMENT_PAYMENT_OPERATIONS)
            .statements(Statement.RIGHT_TO_REVOKE)
            .content();

    @ParameterizedTest
    @CsvSource({
        "true, 2026-02-16T04:59:59Z, true",
        "true, 2026-02-16T05:00:00Z, false",
        "false, 2026-02-16T04:59:59Z, false",
        "true, , false"
    })
    void theyAreEnoughByPolicyAndBeforeTheDay(boolean accepted, Instant signedAt, boolean enough) {
        // when
        var judged = EarlierElements.judge(OF_THEN, signedAt, ZONE, accepted);

        // then
        assertThat(judged.byEarlier()).isEqualTo(enough);
        if (enough) {
            assertThat(judged.missing()).isEmpty();
        } else {
            assertThat(judged.missing())
                    .containsExactly(ConsentElement.REDISCLOSURE, ConsentElement.CONSEQUENCES_OF_REFUSAL);
        }
    }

    @Test
    void whatHasThePresentElementsIsJudgedByThem() {
        // given
        var complete = ConsentElementsTest.complete(ConsentKind.TREATMENT_PAYMENT_OPERATIONS);

        // when
        var judged = EarlierElements.judge(complete.content(), LAST_MOMENT, ZONE, true);

        // then
        assertThat(judged).isEqualTo(new EarlierElements.Judged(Set.of(), false));
    }

    @Test
    void theElementsOfThenAreNeeded() {
        // given
        var draft = ConsentElementsTest.complete(ConsentKind.TREATMENT_PAYMENT_OPERATIONS)
                .statements(Statement.RIGHT_TO_REVOKE);

        // then
        assertThat(missing(draft.to().content())).contains(ConsentElement.RECIPIENT);
        assertThat(missing(draft.expiry(new Expiry(Kind.NONE, null, null, null)).content()))
                .containsExactly(ConsentElement.EXPIRY);
        assertThat(missing(draft.discloser(null).content())).containsExactly(ConsentElement.DISCLOSER);
        assertThat(missing(draft.purposes().content())).containsExactly(ConsentElement.PURPOSE);
        assertThat(missing(draft.data(DataClass.COUNSELING_NOTES).content()))
                .containsExactly(ConsentElement.NOTES_APART);
        assertThat(missing(draft.statements().content())).contains(ConsentElement.RIGHT_TO_REVOKE);
    }

    @Test
    void signingKeepsByWhichItWasJudgedAndThePolicyCanBeTakenBack() {
        // given
        var consent = new Consent(new UUID(0, 9), PATIENT, OF_THEN, "form-1", "somebody", LAST_MOMENT);

        // when
        assertThatThrownBy(() -> consent.sign(signature(), ZONE, "somebody", false))
                .isInstanceOf(ProblemException.class);
        consent.sign(signature(), ZONE, "somebody", true);

        // then
        assertThat(consent.hasEarlierElements()).isTrue();
        assertThat(consent.view().earlierElements()).isTrue();
        assertThat(consent.terms(true).complete()).isTrue();
        assertThat(consent.terms(false).complete()).isFalse();
    }

    @Test
    void theDecisionSaysSo() {
        // given
        var consent = new Consent(new UUID(0, 9), PATIENT, OF_THEN, "form-1", "somebody", LAST_MOMENT);
        consent.sign(signature(), ZONE, "somebody", true);
        var decision = DisclosureRules.decide(
                new DisclosureRequest(
                        CLINIC,
                        Set.of(),
                        Set.of(),
                        false,
                        DataClass.ENROLLMENT,
                        PurposeOfUse.TREATMENT,
                        LAST_MOMENT.plusSeconds(60),
                        true),
                List.of(consent.terms(true)),
                List.of());

        // when
        var said = EarlierElements.say(decision, Set.of(consent.id()));
        var other = EarlierElements.say(decision, Set.of());

        // then
        assertThat(said.permitted()).isTrue();
        assertThat(said.basis()).isEqualTo(consent.id());
        assertThat(said.findings().get(0).explanation())
                .startsWith(decision.findings().get(0).explanation())
                .contains("before 2026-02-16")
                .contains("our own policy");
        assertThat(other).isEqualTo(decision);
    }

    private static Set<ConsentElement> missing(ConsentContent content) {
        return ConsentElements.missingOfEarlier(content);
    }

    private static Signature signature() {
        return new Signature(
                new PersonName("Avery Example"),
                SignerRole.PATIENT,
                Signature.Method.ON_PAPER,
                Signature.IdentityKnownBy.PHOTO_ID,
                LAST_MOMENT);
    }
}
