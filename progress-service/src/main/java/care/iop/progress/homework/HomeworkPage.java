package care.iop.progress.homework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a person's homework, in the order of assigning. */
@Schema(name = "HomeworkPage")
record HomeworkPage(List<HomeworkView> items) {}
