package care.iop.scheduling.booking;

import care.iop.scheduling.session.SaneDate;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client to be booked by hand into one meeting of a series. */
@Schema(name = "BookingRequest", examples = """
                {"enrollmentId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "seriesId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12", "sessionOn": "2026-01-10"}""")
record BookingRequest(
        @Schema(required = true, examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11") @NotNull
        UUID enrollmentId,

        @Schema(required = true, examples = "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b12") @NotNull
        UUID seriesId,

        @Schema(required = true, examples = "2026-01-10", description = "A day on which the series meets")
        @NotNull
        @SaneDate
        LocalDate sessionOn) {}
