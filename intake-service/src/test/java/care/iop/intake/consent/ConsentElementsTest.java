package care.iop.intake.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import care.iop.intake.consent.ConsentContent.Exchange;
import care.iop.intake.consent.Expiry.Event;
import care.iop.intake.consent.Expiry.Kind;
import care.iop.intake.person.PrivateText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each element of 42 CFR 2.31: there, missing, and where the kinds of consent differ. */
class ConsentElementsTest {

    private static final UUID CLINIC = new UUID(0, 1);
    private static final LocalDate A_DAY = LocalDate.of(2027, 6, 30);

    @ParameterizedTest
    @EnumSource(ConsentKind.class)
    void completeConsentOfEachKindLacksNothing(ConsentKind kind) {
        // when
        var missing = ConsentElements.missing(complete(kind).content());

        // then
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ConsentKind.class)
    void emptyDraftLacksEverythingThatItsKindNeeds(ConsentKind kind) {
        // when
        var missing = ConsentElements.missing(new ConsentContent(
                kind, null, null, Set.of(), Set.of(), Set.of(), List.of(), Set.of(), null, Set.of()));

        // then
        assertThat(missing)
                .contains(
                        ConsentElement.DISCLOSER,
                        ConsentElement.INFORMATION,
                        ConsentElement.DATA_CLASSES,
                        ConsentElement.RECIPIENT,
                        ConsentElement.PURPOSE,
                        ConsentElement.RIGHT_TO_REVOKE,
                        ConsentElement.EXPIRY);
        assertThat(missing.contains(ConsentElement.REDISCLOSURE))
                .isEqualTo(kind == ConsentKind.TREATMENT_PAYMENT_OPERATIONS);
        assertThat(missing.contains(ConsentElement.CONSEQUENCES_OF_REFUSAL))
                .isEqualTo(kind == ConsentKind.TREATMENT_PAYMENT_OPERATIONS);
        assertThat(missing.contains(ConsentElement.NOTES_APART)).isEqualTo(kind == ConsentKind.COUNSELING_NOTES);
        assertThat(missing.contains(ConsentElement.PROCEEDINGS_APART)).isEqualTo(kind == ConsentKind.LEGAL_PROCEEDINGS);
    }

    static Stream<Arguments> oneMissing() {
        var specific = complete(ConsentKind.SPECIFIC);
        var general = complete(ConsentKind.TREATMENT_PAYMENT_OPERATIONS);
        var notes = complete(ConsentKind.COUNSELING_NOTES);
        var proceedings = complete(ConsentKind.LEGAL_PROCEEDINGS);
        return Stream.of(
                arguments("no discloser", specific.discloser(null), ConsentElement.DISCLOSER),
                arguments("no description", specific.information(null), ConsentElement.INFORMATION),
                arguments("no class of information", specific.data(), ConsentElement.DATA_CLASSES),
                arguments("nobody to tell", specific.to(), ConsentElement.RECIPIENT),
                arguments("no purpose", specific.purposes(), ConsentElement.PURPOSE),
                arguments("no right to revoke", specific.statements(), ConsentElement.RIGHT_TO_REVOKE),
                arguments("no expiry", specific.expiry(null), ConsentElement.EXPIRY),
                arguments(
                        "no end at all, for one purpose",
                        specific.expiry(new Expiry(Kind.NONE, null, null, null)),
                        ConsentElement.EXPIRY),
                arguments(
                        "a date without a date",
                        specific.expiry(new Expiry(Kind.ON_DATE, null, null, null)),
                        ConsentElement.EXPIRY),
                arguments(
                        "a date and an event",
                        specific.expiry(new Expiry(Kind.ON_DATE, A_DAY, Event.END_OF_TREATMENT, null)),
                        ConsentElement.EXPIRY),
                arguments(
                        "another event without saying which",
                        specific.expiry(new Expiry(Kind.ON_EVENT, null, Event.OTHER, null)),
                        ConsentElement.EXPIRY),
                arguments(
                        "an exchange without participants",
                        specific.exchange(new Exchange(CLINIC, Set.of(), false)),
                        ConsentElement.EXCHANGE_PARTICIPANTS),
                arguments(
                        "no statement on redisclosure",
                        general.statements(Statement.RIGHT_TO_REVOKE, Statement.CONSEQUENCES_OF_REFUSAL),
                        ConsentElement.REDISCLOSURE),
                arguments(
                        "no statement on refusal",
                        general.statements(Statement.RIGHT_TO_REVOKE, Statement.REDISCLOSURE),
                        ConsentElement.CONSEQUENCES_OF_REFUSAL),
                arguments(
                        "research beside treatment",
                        general.purposes(PurposeOfUse.TREATMENT, PurposeOfUse.RESEARCH),
                        ConsentElement.PURPOSES_OF_ITS_KIND),
                arguments(
                        "notes in a general consent",
                        general.data(DataClass.ENROLLMENT, DataClass.COUNSELING_NOTES),
                        ConsentElement.NOTES_APART),
                arguments(
                        "notes in a specific consent",
                        specific.data(DataClass.COUNSELING_NOTES),
                        ConsentElement.NOTES_APART),
                arguments(
                        "something beside notes",
                        notes.data(DataClass.COUNSELING_NOTES, DataClass.ENROLLMENT),
                        ConsentElement.NOTES_APART),
                arguments(
                        "proceedings in a specific consent",
                        specific.purposes(PurposeOfUse.LEGAL_PROCEEDINGS),
                        ConsentElement.PROCEEDINGS_APART),
                arguments(
                        "something beside proceedings",
                        proceedings.purposes(PurposeOfUse.LEGAL_PROCEEDINGS, PurposeOfUse.TREATMENT),
                        ConsentElement.PROCEEDINGS_APART));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneMissing")
    void eachMissingElementIsNamedAlone(String name, Draft draft, ConsentElement expected) {
        // when
        var missing = ConsentElements.missing(draft.content());

        // then
        assertThat(missing).containsExactly(expected);
    }

    @Test
    void noEndIsEnoughForTreatmentPaymentAndOperations() {
        // given
        var draft = complete(ConsentKind.TREATMENT_PAYMENT_OPERATIONS).expiry(new Expiry(Kind.NONE, null, null, null));

        // when
        var missing = ConsentElements.missing(draft.content());

        // then
        assertThat(missing).isEmpty();
    }

    @Test
    void aClassOfRecipientsIsEnough() {
        // given
        var content = complete(ConsentKind.SPECIFIC).content();
        var byClass = new ConsentContent(
                content.kind(),
                content.discloser(),
                content.information(),
                content.dataClasses(),
                Set.of(),
                Set.of(RecipientClass.TREATING_PROVIDERS),
                List.of(),
                content.purposes(),
                content.expiry(),
                content.statements());

        // when
        var missing = ConsentElements.missing(byClass);

        // then
        assertThat(missing).isEmpty();
    }

    static Draft complete(ConsentKind kind) {
        var specific = new Draft(new ConsentContent(
                kind,
                new PrivateText("Riverside program"),
                new PrivateText("That I am in treatment"),
                Set.of(DataClass.ENROLLMENT),
                Set.of(CLINIC),
                Set.of(),
                List.of(),
                Set.of(PurposeOfUse.TREATMENT),
                new Expiry(Kind.ON_DATE, A_DAY, null, null),
                Set.of(Statement.RIGHT_TO_REVOKE)));
        return switch (kind) {
            case SPECIFIC -> specific;
            case COUNSELING_NOTES -> specific.data(DataClass.COUNSELING_NOTES);
            case LEGAL_PROCEEDINGS -> specific.purposes(PurposeOfUse.LEGAL_PROCEEDINGS);
            case TREATMENT_PAYMENT_OPERATIONS ->
                specific.purposes(PurposeOfUse.TREATMENT, PurposeOfUse.PAYMENT, PurposeOfUse.HEALTH_CARE_OPERATIONS)
                        .statements(Statement.values());
        };
    }

    /** A consent under construction; each step gives a new one. */
    record Draft(ConsentContent content) {

        Draft discloser(PrivateText discloser) {
            return with(discloser, content.information(), content.dataClasses(), content.recipients());
        }

        Draft information(PrivateText information) {
            return with(content.discloser(), information, content.dataClasses(), content.recipients());
        }

        Draft data(DataClass... classes) {
            return with(content.discloser(), content.information(), Set.of(classes), content.recipients());
        }

        Draft to(UUID... recipients) {
            return with(content.discloser(), content.information(), content.dataClasses(), Set.of(recipients));
        }

        Draft exchange(Exchange exchange) {
            return with(List.of(exchange), content.purposes(), content.expiry(), content.statements());
        }

        Draft purposes(PurposeOfUse... purposes) {
            return with(content.exchanges(), Set.of(purposes), content.expiry(), content.statements());
        }

        Draft expiry(Expiry expiry) {
            return with(content.exchanges(), content.purposes(), expiry, content.statements());
        }

        Draft statements(Statement... statements) {
            return with(content.exchanges(), content.purposes(), content.expiry(), new HashSet<>(List.of(statements)));
        }

        private Draft with(PrivateText discloser, PrivateText information, Set<DataClass> data, Set<UUID> recipients) {
            return new Draft(new ConsentContent(
                    content.kind(),
                    discloser,
                    information,
                    data,
                    recipients,
                    content.recipientClasses(),
                    content.exchanges(),
                    content.purposes(),
                    content.expiry(),
                    content.statements()));
        }

        private Draft with(
                List<Exchange> exchanges, Set<PurposeOfUse> purposes, Expiry expiry, Set<Statement> statements) {
            return new Draft(new ConsentContent(
                    content.kind(),
                    content.discloser(),
                    content.information(),
                    content.dataClasses(),
                    content.recipients(),
                    content.recipientClasses(),
                    exchanges,
                    purposes,
                    expiry,
                    statements));
        }
    }
}
