package care.iop.scheduling.clinician;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of time off. */
@Schema(name = "TimeOffList")
record TimeOffList(@Schema(required = true) List<TimeOffView> items) {

    static TimeOffList of(List<TimeOff> timesOff) {
        return new TimeOffList(timesOff.stream().map(TimeOff::view).toList());
    }
}
