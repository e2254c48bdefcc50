package care.iop.scheduling.calendar;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret address to be made. */
@Schema(name = "CalendarFeedRequest", examples = """
                {"subject": "ENROLLMENT", "subjectId": "019a8f5c-6d2e-7c3b-9a51-0d6c2f7e4b11", "details": false}""")
record CalendarFeedRequest(
        @Schema(required = true) @NotNull FeedSubject subject,

        @Schema(required = true, description = "The enrollment, the clinician or the room") @NotNull
        UUID subjectId,

        @Schema(
                description =
                        "With ENROLLMENT only, and only when the client wants it: entries name the kind of session, the program and the room instead of a plain \"Appointment\"",
                defaultValue = "false")
        Boolean details) {

    CalendarFeedRequest {
        details = details == null ? Boolean.FALSE : details;
    }
}
