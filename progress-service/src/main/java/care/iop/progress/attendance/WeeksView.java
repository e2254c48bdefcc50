package care.iop.progress.attendance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Weeks of one episode that have sessions, newest first. */
@Schema(name = "WeeksOfAttendance")
record WeeksView(List<WeekView> items) {}
