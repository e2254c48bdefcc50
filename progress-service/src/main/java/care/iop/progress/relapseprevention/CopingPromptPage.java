package care.iop.progress.relapseprevention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what a person's plan answered, in the order of showing. */
@Schema(name = "CopingPromptPage")
record CopingPromptPage(List<CopingPromptView> items) {}
