package care.iop.progress.checkin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Weeks of one episode with reports, newest first. */
@Schema(name = "CheckInWeeks")
record CheckInWeeksView(List<CheckInWeekView> items) {}
