package care.iop.scheduling.roster;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of roster runs, without their results. */
@Schema(name = "RosterRunList")
record RosterRunList(@Schema(required = true) List<RosterRunView> items) {

    static RosterRunList of(List<RosterRun> runs) {
        return new RosterRunList(
                runs.stream().map(run -> run.view().withoutResult()).toList());
    }
}
