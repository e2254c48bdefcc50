package care.iop.scheduling.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of calendar feeds. */
@Schema(name = "CalendarFeedList")
record CalendarFeedList(@Schema(required = true) List<CalendarFeedView> items) {

    static CalendarFeedList of(List<CalendarFeed> feeds) {
        return new CalendarFeedList(feeds.stream().map(feed -> feed.view(null)).toList());
    }
}
