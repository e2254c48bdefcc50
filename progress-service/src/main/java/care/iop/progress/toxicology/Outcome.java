package care.iop.progress.toxicology;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a test found of one analyte. */
@Schema(name = "AnalyteOutcome")
enum Outcome {
    POSITIVE,
    NEGATIVE,
    INCONCLUSIVE,
    NOT_TESTED
}
