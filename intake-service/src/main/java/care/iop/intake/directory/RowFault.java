package care.iop.intake.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why one row of the list was left out. The cell's text is not repeated.
 *
 * @param line where the row begins in the file, counted from 1
 */
record RowFault(
        @Schema(
                required = true,
                description = "Where the row begins in the file; the header is line 1",
                examples = "17")
        int line,

        @Schema(required = true, examples = "latitude") String column,

        @Schema(required = true, examples = "is not a latitude")
        String fault,

        @Schema(required = true, examples = "Write degrees north between -90 and 90, such as 38.627.")
        String advice) {}
