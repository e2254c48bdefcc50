package care.iop.scheduling.enrollment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a client must never meet, and where they would. */
@Schema(name = "NoContactList")
record NoContactList(
        @Schema(required = true) List<NoContactView> items,

        @Schema(
                required = true,
                description = "Days ahead on which the client sits in a session with one of them: to be moved now")
        List<LocalDate> meetOn) {}
