package care.iop.scheduling.session;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of recurring sessions. */
@Schema(name = "SessionSeriesList")
record SessionSeriesList(@Schema(required = true) List<SessionSeriesView> items) {

    static SessionSeriesList of(List<SessionSeries> series) {
        return new SessionSeriesList(series.stream().map(SessionSeries::view).toList());
    }
}
