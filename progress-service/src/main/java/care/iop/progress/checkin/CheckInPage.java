package care.iop.progress.checkin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a person's check-ins, in the order of recording. */
@Schema(name = "CheckInPage")
record CheckInPage(List<CheckInView> items) {}
