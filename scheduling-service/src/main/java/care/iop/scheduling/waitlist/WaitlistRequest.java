package care.iop.scheduling.waitlist;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client who is to wait for a seat. */
@Schema(name = "WaitlistRequest", examples = """
                {"enrollmentId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "seriesId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12", "days": ["2026-01-12", "2026-01-14", "2026-01-16"]}""")
record WaitlistRequest(
        @Schema(required = true) @NotNull UUID enrollmentId,
        @Schema(required = true) @NotNull UUID seriesId,

        @Schema(
                required = true,
                description =
                        "Days on which the series meets; the client waits for a seat in all of these meetings together")
        @NotEmpty
        @Size(max = 31)
        List<@NotNull LocalDate> days) {}
