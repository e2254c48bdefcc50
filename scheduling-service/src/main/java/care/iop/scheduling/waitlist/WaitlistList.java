package care.iop.scheduling.waitlist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of waitlist entries. */
@Schema(name = "WaitlistEntryList")
record WaitlistList(@Schema(required = true) List<WaitlistView> items) {}
