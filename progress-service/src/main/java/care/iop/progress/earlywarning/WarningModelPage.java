package care.iop.progress.earlywarning;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest models, newest first. */
@Schema(name = "WarningModels")
record WarningModelPage(List<WarningModelView> items) {}
