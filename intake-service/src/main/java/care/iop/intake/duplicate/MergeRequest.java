package care.iop.intake.duplicate;

import care.iop.intake.person.Faultless;
import care.iop.intake.person.PrivateText;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which two records are of one person, and which of them goes on.
 *
 * @param survivorVersion the version of the survivor that the caller has looked at; so is {@code mergedVersion} of the other
 */
@Schema(name = "PatientMergeRequest", examples = """
                {"survivorId": "0195e0a4-0000-7000-8000-000000000001", "survivorVersion": 2,
                 "mergedId": "0195e0a4-0000-7000-8000-000000000002", "mergedVersion": 0,
                 "reason": "Same person: registered twice, with the birth date mistyped."}""")
record MergeRequest(
        @Schema(description = "The record that goes on; its details stay as they are") @NotNull
        UUID survivorId,

        @Schema(description = "The version of the survivor that you have compared: the number in its ETag") @NotNull
        Long survivorVersion,

        @Schema(description = "The record that the other stands for from now on") @NotNull
        UUID mergedId,

        @Schema(description = "The version of the other that you have compared: the number in its ETag") @NotNull
        Long mergedVersion,

        @NotNull @Faultless PrivateText reason) {}
