package care.iop.scheduling.authorization;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What payers still allow of some weeks of an enrollment. */
@Schema(name = "AuthorizedWeekList")
record AuthorizedWeekList(
        @Schema(required = true) UUID enrollmentId,

        @Schema(required = true, description = "Whether an authorization limits what can be scheduled")
        boolean limited,

        @Schema(required = true, description = "The weeks in a row; none when nothing limits them")
        List<AuthorizedWeek> items) {}
