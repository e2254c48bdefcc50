package care.iop.scheduling.enrollment;

import care.iop.scheduling.program.Track;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The track that a client moves to. */
@Schema(name = "TrackRequest", examples = """
                {"track": "EVENING", "reason": "Starts work at 08:00"}""")
record TrackRequest(
        @Schema(description = "Absent means any", examples = "EVENING") @Nullable
        Track track,

        @Schema(required = true, examples = "Starts work at 08:00") @NotBlank @Size(max = 500)
        String reason) {

    /** Without the reason: it is free text about a person. */
    @Override
    public String toString() {
        return "TrackRequest[track=" + track + "]";
    }
}
