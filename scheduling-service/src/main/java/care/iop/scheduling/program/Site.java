package care.iop.scheduling.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A further site of a program. Rooms and series that name it keep its local time and its closures beside the program's. */
@Schema(name = "Site")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Site(
        @Schema(required = true, description = "Chosen by the caller; stays") @NotNull
        UUID id,

        @Schema(required = true, examples = "Hillside") @NotBlank @Size(max = 120)
        String name,

        @Schema(required = true, description = "IANA time zone", examples = "America/Chicago") @NotBlank @Size(max = 60)
        String zone,

        @Schema(description = "The US state, for licences to treat by video", examples = "IL")
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters like NY")
        @Nullable
        String state,

        @Schema(description = "Days without sessions at this site only") @Size(max = 400)
        List<@Valid @NotNull Closure> closures) {

    /** Copies the closures; none when absent. */
    public Site {
        closures = closures == null ? List.of() : List.copyOf(closures);
    }

    boolean isClosedOn(LocalDate day) {
        return closures.stream().anyMatch(closure -> closure.closedOn().equals(day));
    }
}
