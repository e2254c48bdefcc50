package care.iop.scheduling.room;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when on a room is not used. */
@Schema(name = "RoomRetirementRequest", examples = """
                {"retiredOn": "2027-01-04"}""")
record RetirementRequest(
        @Schema(description = "The first day without it; absent brings the room back", examples = "2027-01-04")
        @Nullable
        LocalDate retiredOn) {}
