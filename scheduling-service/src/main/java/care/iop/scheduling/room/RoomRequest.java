package care.iop.scheduling.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a room is. */
@Schema(name = "RoomRequest", examples = """
                {"programId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10", "name": "Garden room", "type": "GROUP", "capacity": 14}""")
record RoomRequest(
        @Schema(required = true, examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b10") @NotNull
        UUID programId,

        @Schema(required = true, examples = "Garden room") @NotBlank @Size(max = 120)
        String name,

        @Schema(required = true, examples = "GROUP") @NotNull
        RoomType type,

        @Schema(required = true, examples = "14", description = "People it holds, staff included") @Min(1) @Max(100)
        int capacity,

        @Schema(description = "One of the program's further sites; absent for the program's own") @Nullable
        UUID siteId) {}
