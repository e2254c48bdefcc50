package care.iop.progress.plan;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The revisions of a plan, newest first. */
@Schema(name = "TreatmentPlanRevisionList")
record RevisionList(@Schema(required = true) List<RevisionView> items) {}
