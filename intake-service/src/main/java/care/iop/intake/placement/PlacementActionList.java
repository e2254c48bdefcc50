package care.iop.intake.placement;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of required actions, in the order in which they were opened. */
record PlacementActionList(@Schema(required = true) List<PlacementActionView> items) {

    static PlacementActionList of(List<PlacementAction> actions, Instant now) {
        return new PlacementActionList(
                actions.stream().map(action -> action.view(now)).toList());
    }
}
