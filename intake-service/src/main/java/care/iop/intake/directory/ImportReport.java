package care.iop.intake.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the rows of a list. */
record ImportReport(
        @Schema(required = true, description = "Rows that were new")
        int added,

        @Schema(required = true, description = "Rows that said something else than before")
        int changed,

        @Schema(required = true, description = "Rows that said the same as before")
        int unchanged,

        @Schema(required = true, description = "Rows that were left out because of their faults")
        int refused,

        @Schema(required = true, description = "What is wrong with the rows that were left out; the first 1,000 faults")
        List<RowFault> faults) {}
