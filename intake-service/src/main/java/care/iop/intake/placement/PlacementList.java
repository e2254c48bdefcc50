package care.iop.intake.placement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the placements of a referral, earliest first; the last one of all is in force. */
record PlacementList(@Schema(required = true) List<PlacementView> items) {

    static PlacementList of(List<Placement> placements) {
        return new PlacementList(placements.stream().map(Placement::view).toList());
    }
}
