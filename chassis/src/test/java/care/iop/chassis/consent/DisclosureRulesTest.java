package care.iop.chassis.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import care.iop.chassis.consent.ConsentTerms.Intermediary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** May this recipient see this part of the record for this purpose now? The table of cases that a lawyer can read. */
class DisclosureRulesTest {

    private static final UUID CLINIC = new UUID(1, 1);
    private static final UUID STRANGER = new UUID(1, 2);
    private static final UUID EXCHANGE = new UUID(1, 3);
    private static final UUID CONSENT = new UUID(2, 1);
    private static final Instant SIGNED = Instant.parse("2026-09-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-09-10T12:00:00Z");
    private static final Instant A_MOMENT_AGO = NOW.minusNanos(1);
    private static final Instant IN_A_MOMENT = NOW.plusNanos(1);

    /** A consent that covers the clinic's question, to be spoilt by each case. */
    private static Draft consent() {
        return new Draft();
    }

    /** A question of the clinic that the consent covers, to be spoilt by each case. */
    private static Ask clinic() {
        return new Ask();
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                yes("named recipient, purpose and information", clinic(), consent()),
                no("another recipient", clinic().recipient(STRANGER), consent(), DisclosureReason.RECIPIENT_NOT_NAMED),
                no(
                        "another purpose",
                        clinic().purpose(PurposeOfUse.PAYMENT),
                        consent(),
                        DisclosureReason.PURPOSE_NOT_COVERED),
                no(
                        "other information",
                        clinic().data(DataClass.MEASURES),
                        consent(),
                        DisclosureReason.INFORMATION_NOT_COVERED),
                no("not signed", clinic(), consent().signedAt(null), DisclosureReason.NOT_SIGNED),
                yes("signed this instant", clinic(), consent().signedAt(NOW)),
                no(
                        "signed an instant later",
                        clinic(),
                        consent().signedAt(IN_A_MOMENT),
                        DisclosureReason.NOT_YET_SIGNED),
                no("an element is missing", clinic(), consent().complete(false), DisclosureReason.INCOMPLETE),
                yes("expires an instant later", clinic(), consent().expiresAt(IN_A_MOMENT)),
                no("expires this instant", clinic(), consent().expiresAt(NOW), DisclosureReason.EXPIRED),
                no("expired an instant ago", clinic(), consent().expiresAt(A_MOMENT_AGO), DisclosureReason.EXPIRED),
                yes(
                        "revoked an instant later: not retroactive",
                        clinic(),
                        consent().revokedAt(IN_A_MOMENT)),
                no("revoked this instant", clinic(), consent().revokedAt(NOW), DisclosureReason.REVOKED),
                no("revoked an instant ago", clinic(), consent().revokedAt(A_MOMENT_AGO), DisclosureReason.REVOKED),
                yes("its event comes an instant later", clinic(), consent().endedAt(IN_A_MOMENT)),
                no("its event comes this instant", clinic(), consent().endedAt(NOW), DisclosureReason.ENDED_BY_EVENT),
                no(
                        "revoked and expired: revoked is said",
                        clinic(),
                        consent().revokedAt(A_MOMENT_AGO).expiresAt(A_MOMENT_AGO),
                        DisclosureReason.REVOKED),
                yes(
                        "health plans as a class",
                        clinic().classes(RecipientClass.HEALTH_PLANS),
                        consent().recipients().classes(RecipientClass.HEALTH_PLANS)),
                no(
                        "another class",
                        clinic().classes(RecipientClass.THIRD_PARTY_PAYERS),
                        consent().recipients().classes(RecipientClass.HEALTH_PLANS),
                        DisclosureReason.RECIPIENT_NOT_NAMED),
                yes(
                        "treating providers as a class, with a relationship on record",
                        clinic().classes(RecipientClass.TREATING_PROVIDERS).treating(),
                        consent().recipients().classes(RecipientClass.TREATING_PROVIDERS)),
                no(
                        "treating providers as a class, without a relationship",
                        clinic().classes(RecipientClass.TREATING_PROVIDERS),
                        consent().recipients().classes(RecipientClass.TREATING_PROVIDERS),
                        DisclosureReason.NO_TREATING_RELATIONSHIP),
                no(
                        "a relationship, but no treating provider",
                        clinic().classes(RecipientClass.HEALTH_PLANS).treating(),
                        consent().recipients().classes(RecipientClass.TREATING_PROVIDERS),
                        DisclosureReason.RECIPIENT_NOT_NAMED),
                yes(
                        "named, and so without a relationship",
                        clinic().classes(RecipientClass.TREATING_PROVIDERS),
                        consent().classes(RecipientClass.TREATING_PROVIDERS)),
                yes(
                        "the exchange itself",
                        clinic().recipient(EXCHANGE),
                        consent().recipients().intermediary(Set.of(), true)),
                yes(
                        "a participant that is named",
                        clinic(),
                        consent().recipients().intermediary(Set.of(CLINIC), false)),
                no(
                        "a participant that is not named",
                        clinic().recipient(STRANGER).treating(),
                        consent().recipients().intermediary(Set.of(CLINIC), false),
                        DisclosureReason.RECIPIENT_NOT_NAMED),
                yes(
                        "a treating participant",
                        clinic().in(EXCHANGE).treating(),
                        consent().recipients().intermediary(Set.of(), true)),
                no(
                        "a treating provider outside the exchange",
                        clinic().treating(),
                        consent().recipients().intermediary(Set.of(), true),
                        DisclosureReason.RECIPIENT_NOT_NAMED),
                no(
                        "a participant without a treating relationship",
                        clinic().in(EXCHANGE),
                        consent().recipients().intermediary(Set.of(), true),
                        DisclosureReason.NO_TREATING_RELATIONSHIP),
                no(
                        "counseling notes under a general consent, even if it names them",
                        clinic().data(DataClass.COUNSELING_NOTES).attended(),
                        consent().data(DataClass.COUNSELING_NOTES),
                        DisclosureReason.NEEDS_NOTES_CONSENT),
                yes(
                        "counseling notes under a consent of their own, by a person",
                        clinic().data(DataClass.COUNSELING_NOTES).attended(),
                        consent().kind(ConsentKind.COUNSELING_NOTES).data(DataClass.COUNSELING_NOTES)),
                no(
                        "counseling notes for a machine",
                        clinic().data(DataClass.COUNSELING_NOTES),
                        consent().kind(ConsentKind.COUNSELING_NOTES).data(DataClass.COUNSELING_NOTES),
                        DisclosureReason.NEVER_UNATTENDED),
                no(
                        "other information under a consent for counseling notes",
                        clinic(),
                        consent().kind(ConsentKind.COUNSELING_NOTES).data(DataClass.COUNSELING_NOTES),
                        DisclosureReason.INFORMATION_NOT_COVERED),
                no(
                        "proceedings under a general consent, even if it names them",
                        clinic().purpose(PurposeOfUse.LEGAL_PROCEEDINGS).attended(),
                        consent().purposes(PurposeOfUse.LEGAL_PROCEEDINGS),
                        DisclosureReason.NEEDS_PROCEEDINGS_CONSENT),
                yes(
                        "proceedings under a consent of their own, by a person",
                        clinic().purpose(PurposeOfUse.LEGAL_PROCEEDINGS).attended(),
                        consent().kind(ConsentKind.LEGAL_PROCEEDINGS).purposes(PurposeOfUse.LEGAL_PROCEEDINGS)),
                no(
                        "proceedings for a machine",
                        clinic().purpose(PurposeOfUse.LEGAL_PROCEEDINGS),
                        consent().kind(ConsentKind.LEGAL_PROCEEDINGS).purposes(PurposeOfUse.LEGAL_PROCEEDINGS),
                        DisclosureReason.NEVER_UNATTENDED),
                no(
                        "an emergency is not decided by consent",
                        clinic().purpose(PurposeOfUse.EMERGENCY).attended(),
                        consent().purposes(PurposeOfUse.EMERGENCY),
                        DisclosureReason.EMERGENCY_NOT_BY_CONSENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesTheTableOfCases(String name, Ask question, Draft draft, DisclosureReason reason) {
        // when
        var decision = DisclosureRules.decide(question.request(), List.of(draft.terms()), List.of());

        // then
        assertThat(decision.permitted()).isEqualTo(reason == DisclosureReason.COVERED);
        assertThat(decision.basis()).isEqualTo(decision.permitted() ? CONSENT : null);
        assertThat(decision.findings()).singleElement().satisfies(finding -> assertThat(finding.reason())
                .isEqualTo(reason));
    }

    @Test
    void nothingIsPermittedWithoutAnyConsent() {
        // when
        var decision = DisclosureRules.decide(clinic().request(), List.of(), List.of());

        // then
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.findings().get(0).reason()).isEqualTo(DisclosureReason.NO_CONSENT);
    }

    static Stream<Arguments> restrictions() {
        return Stream.of(
                arguments("everything, everybody", null, Set.of(), true),
                arguments("everything, the clinic", CLINIC, Set.of(), true),
                arguments("everything, another", STRANGER, Set.of(), false),
                arguments("this part, everybody", null, Set.of(DataClass.ENROLLMENT), true),
                arguments("another part, everybody", null, Set.of(DataClass.MEASURES), false),
                arguments("this part, another", STRANGER, Set.of(DataClass.ENROLLMENT), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("restrictions")
    void anAgreedRestrictionWinsOverAConsent(String name, UUID recipient, Set<DataClass> parts, boolean wins) {
        // given
        var restriction = new Restriction(new UUID(3, 1), recipient, parts);

        // when
        var decision =
                DisclosureRules.decide(clinic().request(), List.of(consent().terms()), List.of(restriction));

        // then
        assertThat(decision.permitted()).isNotEqualTo(wins);
        assertThat(decision.findings().get(0).reason())
                .isEqualTo(wins ? DisclosureReason.RESTRICTED : DisclosureReason.COVERED);
    }

    @Test
    void oneConsentThatCoversIsEnoughAndEachOtherIsExplained() {
        // given
        var revoked = consent().id(new UUID(2, 0)).revokedAt(A_MOMENT_AGO).terms();
        var forAnother = consent().id(new UUID(2, 9)).recipients(STRANGER).terms();

        // when
        var decision = DisclosureRules.decide(
                clinic().request(), List.of(forAnother, revoked, consent().terms()), List.of());

        // then
        assertThat(decision.permitted()).isTrue();
        assertThat(decision.basis()).isEqualTo(CONSENT);
        assertThat(decision.findings())
                .extracting(DisclosureDecision.Finding::reason)
                .containsExactly(
                        DisclosureReason.COVERED, DisclosureReason.REVOKED, DisclosureReason.RECIPIENT_NOT_NAMED);
    }

    @Test
    void theOrderOfConsentsDoesNotMatter() {
        // given
        var random = new Random(42);
        var consents = new ArrayList<ConsentTerms>();
        for (var i = 0; i < 8; i++) {
            consents.add(consent()
                    .id(new UUID(2, i))
                    .recipients(random.nextBoolean() ? CLINIC : STRANGER)
                    .terms());
        }
        var first = DisclosureRules.decide(clinic().request(), consents, List.of());

        for (var i = 0; i < 50; i++) {
            // when
            Collections.shuffle(consents, random);
            var again = DisclosureRules.decide(clinic().request(), consents, List.of());

            // then
            assertThat(again).isEqualTo(first);
        }
    }

    /** Taking anything away from a consent, or adding a restriction, never opens what was closed. */
    @ParameterizedTest
    @EnumSource(PurposeOfUse.class)
    void lessConsentNeverPermitsMore(PurposeOfUse purpose) {
        var full = consent().purposes(PurposeOfUse.values()).data(DataClass.values());
        for (var part : DataClass.values()) {
            for (var kind : ConsentKind.values()) {
                // given
                var question = clinic().purpose(purpose).data(part).attended().request();
                var before =
                        DisclosureRules.decide(question, List.of(full.kind(kind).terms()), List.of());

                for (UnaryOperator<Draft> spoiling : List.<UnaryOperator<Draft>>of(
                        draft -> draft.revokedAt(A_MOMENT_AGO),
                        draft -> draft.expiresAt(NOW),
                        draft -> draft.signedAt(null),
                        draft -> draft.complete(false),
                        draft -> draft.recipients(STRANGER),
                        draft -> draft.purposes(),
                        draft -> draft.data())) {
                    // when
                    var after = DisclosureRules.decide(
                            question, List.of(spoiling.apply(full.kind(kind)).terms()), List.of());

                    // then
                    assertThat(after.permitted())
                            .as("%s %s %s", purpose, part, kind)
                            .isFalse();
                }
                assertThat(before.permitted() && purpose == PurposeOfUse.EMERGENCY)
                        .isFalse();
            }
        }
    }

    private static Arguments yes(String name, Ask question, Draft draft) {
        return arguments(name, question, draft, DisclosureReason.COVERED);
    }

    private static Arguments no(String name, Ask question, Draft draft, DisclosureReason reason) {
        return arguments(name, question, draft, reason);
    }

    /** A question under construction; each step gives a new one. */
    private record Ask(
            UUID recipient,
            Set<RecipientClass> classes,
            Set<UUID> exchanges,
            boolean isTreating,
            DataClass part,
            PurposeOfUse why,
            boolean unattended) {

        Ask() {
            this(CLINIC, Set.of(), Set.of(), false, DataClass.ENROLLMENT, PurposeOfUse.TREATMENT, true);
        }

        Ask recipient(UUID id) {
            return new Ask(id, classes, exchanges, isTreating, part, why, unattended);
        }

        Ask classes(RecipientClass... its) {
            return new Ask(recipient, Set.of(its), exchanges, isTreating, part, why, unattended);
        }

        Ask in(UUID exchange) {
            return new Ask(recipient, classes, Set.of(exchange), isTreating, part, why, unattended);
        }

        Ask treating() {
            return new Ask(recipient, classes, exchanges, true, part, why, unattended);
        }

        Ask data(DataClass data) {
            return new Ask(recipient, classes, exchanges, isTreating, data, why, unattended);
        }

        Ask purpose(PurposeOfUse purpose) {
            return new Ask(recipient, classes, exchanges, isTreating, part, purpose, unattended);
        }

        Ask attended() {
            return new Ask(recipient, classes, exchanges, isTreating, part, why, false);
        }

        DisclosureRequest request() {
            return new DisclosureRequest(recipient, classes, exchanges, isTreating, part, why, NOW, unattended);
        }
    }

    /** A consent under construction; each step gives a new one. */
    private record Draft(ConsentTerms terms) {

        Draft() {
            this(new ConsentTerms(
                    CONSENT,
                    ConsentKind.SPECIFIC,
                    true,
                    Set.of(CLINIC),
                    Set.of(),
                    List.of(),
                    Set.of(DataClass.ENROLLMENT),
                    Set.of(PurposeOfUse.TREATMENT),
                    SIGNED,
                    null,
                    null,
                    null));
        }

        Draft id(UUID id) {
            return with(id, terms.kind(), terms.complete(), terms.recipients(), terms.recipientClasses());
        }

        Draft kind(ConsentKind kind) {
            return with(terms.id(), kind, terms.complete(), terms.recipients(), terms.recipientClasses());
        }

        Draft complete(boolean complete) {
            return with(terms.id(), terms.kind(), complete, terms.recipients(), terms.recipientClasses());
        }

        Draft recipients(UUID... recipients) {
            return with(terms.id(), terms.kind(), terms.complete(), Set.of(recipients), terms.recipientClasses());
        }

        Draft classes(RecipientClass... classes) {
            return with(terms.id(), terms.kind(), terms.complete(), terms.recipients(), Set.of(classes));
        }

        Draft intermediary(Set<UUID> participants, boolean treating) {
            return of(
                    List.of(new Intermediary(EXCHANGE, participants, treating)),
                    terms.dataClasses(),
                    terms.purposes(),
                    terms.signedAt(),
                    terms.expiresAt(),
                    terms.endedAt(),
                    terms.revokedAt());
        }

        Draft data(DataClass... parts) {
            var data = EnumSet.noneOf(DataClass.class);
            data.addAll(List.of(parts));
            return of(
                    terms.intermediaries(),
                    data,
                    terms.purposes(),
                    terms.signedAt(),
                    terms.expiresAt(),
                    terms.endedAt(),
                    terms.revokedAt());
        }

        Draft purposes(PurposeOfUse... purposes) {
            return of(
                    terms.intermediaries(),
                    terms.dataClasses(),
                    Set.of(purposes),
                    terms.signedAt(),
                    terms.expiresAt(),
                    terms.endedAt(),
                    terms.revokedAt());
        }

        Draft signedAt(Instant at) {
            return times(at, terms.expiresAt(), terms.endedAt(), terms.revokedAt());
        }

        Draft expiresAt(Instant at) {
            return times(terms.signedAt(), at, terms.endedAt(), terms.revokedAt());
        }

        Draft endedAt(Instant at) {
            return times(terms.signedAt(), terms.expiresAt(), at, terms.revokedAt());
        }

        Draft revokedAt(Instant at) {
            return times(terms.signedAt(), terms.expiresAt(), terms.endedAt(), at);
        }

        private Draft times(Instant signed, Instant expires, Instant ended, Instant revoked) {
            return of(terms.intermediaries(), terms.dataClasses(), terms.purposes(), signed, expires, ended, revoked);
        }

        private Draft with(
                UUID id,
                ConsentKind kind,
                boolean complete,
                Set<UUID> recipients,
                Set<RecipientClass> recipientClasses) {
            return new Draft(new ConsentTerms(
                    id,
                    kind,
                    complete,
                    recipients,
                    recipientClasses,
                    terms.intermediaries(),
                    terms.dataClasses(),
                    terms.purposes(),
                    terms.signedAt(),
                    terms.expiresAt(),
                    terms.endedAt(),
                    terms.revokedAt()));
        }

        private Draft of(
                List<Intermediary> intermediaries,
                Set<DataClass> data,
                Set<PurposeOfUse> purposes,
                Instant signed,
                Instant expires,
                Instant ended,
                Instant revoked) {
            return new Draft(new ConsentTerms(
                    terms.id(),
                    terms.kind(),
                    terms.complete(),
                    terms.recipients(),
                    terms.recipientClasses(),
                    intermediaries,
                    data,
                    purposes,
                    signed,
                    expires,
                    ended,
                    revoked));
        }
    }
}
