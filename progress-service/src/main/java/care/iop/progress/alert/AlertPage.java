package care.iop.progress.alert;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of alerts, in the order in which they were raised. */
@Schema(name = "AlertPage")
record AlertPage(List<AlertView> items) {}
