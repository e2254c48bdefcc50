package care.iop.chassis.testing.contract;

/**
 * What the person at the keyboard asks for: compare only, rewrite by {@code -Dcontracts.update=true}, or rewrite although
 * someone breaks, by {@code -Dcontracts.breaking=<reason>} on top.
 *
 * @param update whether stale files are rewritten
 * @param breakingReason why callers may be broken this time; blank when they may not
 */
record UpdateRequest(boolean update, String breakingReason) {

    static UpdateRequest fromSystemProperties() {
        return new UpdateRequest(Boolean.getBoolean("contracts.update"), System.getProperty("contracts.breaking", ""));
    }

    boolean allowsBreaking() {
        return !breakingReason.isBlank();
    }
}
