package care.iop.progress.toxicology;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a person's drug tests, in the order of recording. */
@Schema(name = "DrugTestPage")
record DrugTestPage(List<DrugTestView> items) {}
