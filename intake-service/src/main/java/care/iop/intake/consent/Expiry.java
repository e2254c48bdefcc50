package care.iop.intake.consent;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a consent ends by itself, 42 CFR 2.31(a).
 *
 * @param on the last day on which it holds, in the program's zone
 * @param event which event ends it
 * @param description the event in words, where it is another than the end of treatment
 */
@Schema(name = "ConsentExpiry", examples = "{\"kind\": \"ON_EVENT\", \"event\": \"END_OF_TREATMENT\"}")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Expiry(
        @NotNull Kind kind,

        @Schema(description = "The last day on which it holds, for ON_DATE") @Nullable
        LocalDate on,

        @Nullable Event event,

        @Nullable @Faultless PrivateText description) {

    /** What ends a consent by itself. */
    @Schema(name = "ConsentExpiryKind")
    enum Kind {
        /** Nothing: for treatment, payment and health care operations only. */
        NONE,
        ON_DATE,
        ON_EVENT
    }

    /** The events that can end a consent. */
    @Schema(name = "ConsentExpiryEvent")
    enum Event {
        /** The discharge; it ends the consent by itself. */
        END_OF_TREATMENT,
        /** Another event, which staff note. */
        OTHER
    }

    /** Whether it says clearly when it ends. */
    boolean saysWhen() {
        return switch (kind) {
            case NONE -> on == null && event == null && description == null;
            case ON_DATE -> on != null && event == null && description == null;
            case ON_EVENT -> on == null && event != null && (event == Event.OTHER) == (description != null);
        };
    }

    boolean endsWithTreatment() {
        return event == Event.END_OF_TREATMENT;
    }
}
