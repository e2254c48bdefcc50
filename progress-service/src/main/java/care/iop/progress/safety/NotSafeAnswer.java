package care.iop.progress.safety;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person who is not safe sees at once. */
@Schema(name = "NotSafeAnswer")
record NotSafeAnswer(
        CrisisSupport crisisSupport,

        @Schema(description = "Whether the care team is being told; never a reason to wait", examples = "true")
        boolean careTeamIsBeingTold,

        @Schema(examples = "We are telling your care team. Don't wait for them: call or text 988 now, or call 911.")
        String next) {

    static NotSafeAnswer of(boolean isBeingTold) {
        return new NotSafeAnswer(
                CrisisSupport.UNITED_STATES,
                isBeingTold,
                isBeingTold
                        ? "We are telling your care team. Don't wait for them: call or text 988 now, or call 911."
                        : "We can't tell your care team from here. Call or text 988 now, or call 911.");
    }
}
