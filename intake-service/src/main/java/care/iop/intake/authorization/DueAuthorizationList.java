package care.iop.intake.authorization;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of authorizations that somebody has to look at. */
record DueAuthorizationList(
        @Schema(required = true) List<DueAuthorizationView> items,

        @Schema(required = true, description = "When a review is due, and whose policy that is")
        String policy) {}
