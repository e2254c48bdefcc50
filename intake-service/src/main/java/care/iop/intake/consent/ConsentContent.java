package care.iop.intake.consent;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.ConsentTerms.Intermediary;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a consent says. A draft may leave anything but its kind open; see {@link ConsentElements} for what is missing. Sets are
 * kept in order, so that the same consent is the same text.
 */
@Schema(name = "ConsentContent", examples = ConsentContent.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentContent(
        @NotNull ConsentKind kind,

        @Schema(description = "Who may disclose: the program by name, or a class such as \"my treatment programs\"")
        @Nullable
        @Faultless
        PrivateText discloser,

        @Schema(description = "How much and what kind of information, in words that the person understands")
        @Nullable
        @Faultless
        PrivateText information,

        @Size(max = 20) @Schema(description = "The same information as this system knows it")
        Set<DataClass> dataClasses,

        @Size(max = 50) @Schema(description = "Recipients by name, as registered")
        Set<UUID> recipients,

        @Size(max = 10) @Schema(description = "Recipients by class")
        Set<RecipientClass> recipientClasses,

        @Size(max = 20) @Schema(description = "Exchanges, each with the participants it may pass information on to")
        List<@Valid @NotNull Exchange> exchanges,

        @Size(max = 10) @Schema(description = "What the information may be used for")
        Set<PurposeOfUse> purposes,

        @Nullable @Valid Expiry expiry,

        @Size(max = 10) @Schema(description = "The statements that the signed form makes")
        Set<Statement> statements) {

    static final String EXAMPLE = """
            {
              "kind": "SPECIFIC",
              "discloser": "Riverside Intensive Outpatient Program",
              "information": "That I am in treatment, my level of care, and the days that I attend",
              "dataClasses": ["REFERRAL", "ENROLLMENT", "ATTENDANCE"],
              "recipients": ["019a2b3c-0000-7000-8000-0000000000c1"],
              "purposes": ["TREATMENT"],
              "expiry": {"kind": "ON_EVENT", "event": "END_OF_TREATMENT"},
              "statements": ["RIGHT_TO_REVOKE"]
            }""";

    @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
    ConsentContent {
        dataClasses = dataClasses == null ? Set.of() : ordered(dataClasses);
        recipients = recipients == null ? Set.of() : ordered(recipients);
        recipientClasses = recipientClasses == null ? Set.of() : ordered(recipientClasses);
        exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
        purposes = purposes == null ? Set.of() : ordered(purposes);
        statements = statements == null ? Set.of() : ordered(statements);
    }

    private static <T extends Comparable<T>> Set<T> ordered(Set<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /** Every registered recipient that the consent speaks of. */
    Set<UUID> everyRecipient() {
        var all = new TreeSet<>(recipients);
        exchanges.forEach(exchange -> {
            all.add(exchange.recipientId());
            all.addAll(exchange.participants());
        });
        return all;
    }

    List<Intermediary> intermediaries() {
        return exchanges.stream()
                .map(exchange -> new Intermediary(
                        exchange.recipientId(), exchange.participants(), exchange.treatingParticipants()))
                .toList();
    }

    /**
     * An intermediary such as a health information exchange.
     *
     * @param treatingParticipants whether all participants with a treating relationship are meant
     */
    @Schema(name = "ConsentExchange")
    record Exchange(
            @NotNull UUID recipientId,
            @Size(max = 100) Set<UUID> participants,
            @Schema(defaultValue = "false") Boolean treatingParticipants) {

        @SuppressWarnings("ConstantValue") // a JSON object may leave a component out
        Exchange {
            participants = participants == null ? Set.of() : ordered(participants);
            treatingParticipants = treatingParticipants != null && treatingParticipants;
        }
    }
}
