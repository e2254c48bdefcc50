package care.iop.scheduling.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room in a document of a whole program. */
@Schema(name = "RoomPart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomPart(
        @Schema(required = true) @NotNull UUID id,

        @Schema(required = true, examples = "Garden room") @NotBlank @Size(max = 120)
        String name,

        @Schema(required = true) @NotNull RoomType type,

        @Schema(required = true, examples = "14") @Min(1) @Max(100)
        int capacity,

        @Nullable UUID siteId,
        @Nullable LocalDate retiredOn) {

    RoomRequest request(UUID programId) {
        return new RoomRequest(programId, name, type, capacity, siteId);
    }
}
