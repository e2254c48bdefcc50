package care.iop.chassis.outbox;

/** The signal that a transaction holds new outbox rows; observed after its commit to wake the relay. */
record EventsAdded() {}
