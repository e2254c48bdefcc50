package care.iop.scheduling.roster;

import java.util.UUID;

/** A run waits to be worked on, once the transaction that asks for it is committed. */
record RosterRunQueued(String organization, UUID runId) {}
