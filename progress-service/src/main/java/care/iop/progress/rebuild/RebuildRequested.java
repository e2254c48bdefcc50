package care.iop.progress.rebuild;

import java.util.UUID;

/** An operator asked for a rebuild; it begins when the asking is committed. */
record RebuildRequested(String organization, String requestedBy, UUID rebuildId) {}
