package care.iop.progress.safety;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a person in danger finds help now. Shown at once with every answer that speaks of self-harm; nobody is told who asked. */
@Schema(name = "CrisisSupport", description = "To be shown at once, wherever it is present")
public record CrisisSupport(String message, List<Contact> contacts) {

    public static final CrisisSupport UNITED_STATES = new CrisisSupport(
            "You don't have to be alone with these thoughts. Call or text 988 to reach the Suicide & Crisis Lifeline at any"
                    + " hour. If you or someone else is in immediate danger, call 911.",
            List.of(
                    new Contact(
                            "988 Suicide & Crisis Lifeline",
                            "Call or text 988, or chat at 988lifeline.org. Veterans: call 988 and press 1."),
                    new Contact("Emergency services", "Call 911. The lifeline does not send an ambulance.")));

    /** One place to turn to. */
    @Schema(name = "CrisisContact")
    public record Contact(
            @Schema(examples = "988 Suicide & Crisis Lifeline")
            String name,

            @Schema(examples = "Call or text 988, or chat at 988lifeline.org")
            String reach) {}
}
