package care.iop.scheduling.program;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days off of one year. */
@Schema(name = "HolidayList")
record HolidayList(@Schema(required = true) List<Closure> items) {}
