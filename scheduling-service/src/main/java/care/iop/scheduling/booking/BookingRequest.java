package care.iop.scheduling.booking;

import care.iop.scheduling.session.SaneDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client to be booked by hand: into one meeting of a series, or into a session of their own. */
@Schema(name = "BookingRequest", examples = """
                {"enrollmentId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "seriesId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12", "sessionOn": "2026-01-10"}""")
public record BookingRequest(
        @Schema(required = true, examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11") @NotNull
        UUID enrollmentId,

        @Schema(
                examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12",
                description = "The series, one of whose meetings is booked; either this or an appointment")
        @Nullable
        UUID seriesId,

        @Schema(description = "The session of the client's own; either this or a series") @Valid @Nullable
        AppointmentRequest appointment,

        @Schema(
                required = true,
                examples = "2026-01-10",
                description = "A day on which the series meets, or any open day")
        @NotNull
        @SaneDate
        LocalDate sessionOn,

        @Schema(
                description =
                        "The booking of a missed session of the same kind that this one makes up for, in its week or soon after")
        @Nullable
        UUID makeUpFor) {}
