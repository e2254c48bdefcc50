package care.iop.progress.supportmeeting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a person's support meetings. */
@Schema(name = "SupportMeetingPage")
record SupportMeetingPage(List<SupportMeetingView> items) {}
