package care.iop.chassis.testing.backend;

/** Whether PostgreSQL waits for the disk at each commit. */
public enum Durability {
    /** {@code fsync} and {@code synchronous_commit} on, as in production: for kept data, drills and benchmarks. */
    ON_DISK("on"),
    /** Both off: survives a killed server, not a power cut. For tests. */
    IN_MEMORY("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
