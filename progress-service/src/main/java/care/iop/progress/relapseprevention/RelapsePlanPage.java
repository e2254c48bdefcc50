package care.iop.progress.relapseprevention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the versions of a person's plan, in the order of writing. */
@Schema(name = "RelapsePlanPage")
record RelapsePlanPage(List<RelapsePlanView> items) {}
