package care.iop.scheduling.clinician;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A licence to practice in a US state, from its first to its last day, both included. */
@Schema(name = "Licence")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Licence(
        @Schema(required = true, examples = "NY")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters like NY")
        String state,

        @Schema(required = true, examples = "084213") @NotBlank @Size(max = 40)
        String number,

        @Schema(required = true, examples = "2025-07-01") @NotNull
        LocalDate validFrom,

        @Schema(description = "The last day; absent when it has none", examples = "2027-06-30") @Nullable
        LocalDate validUntil) {

    boolean isValidIn(String inState, LocalDate day) {
        return state.equals(inState) && !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
