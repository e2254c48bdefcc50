package care.iop.scheduling.roster;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of publications. */
@Schema(name = "RosterPublicationList")
record RosterPublicationList(@Schema(required = true) List<RosterPublicationView> items) {

    static RosterPublicationList of(List<RosterPublication> publications) {
        return new RosterPublicationList(
                publications.stream().map(RosterPublication::view).toList());
    }
}
