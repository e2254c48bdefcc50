package care.iop.intake.duplicate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of merges. */
record PatientMergeList(@Schema(required = true) List<PatientMergeView> items) {}
