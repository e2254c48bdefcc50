package care.iop.intake.admission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The contacts of a stay. */
record PlannedContactList(
        @Schema(required = true, description = "Earliest first, and never so many that they would need pages")
        List<PlannedContactView> items,

        @Schema(required = true, examples = PlannedContactList.POLICY)
        String policy) {

    static final String POLICY =
            "How often contacts are planned is this organization's own policy, for a clinical owner to confirm.";
}
