package care.iop.scheduling.roster.engine;

/** Something that is allowed but that a scheduler should know about a client's week. */
public record Warning(String clientId, Code code, String text) {

    /** Reasons to warn. */
    public enum Code {
        /** A level 2.1 week of exactly 20 hours, which payers may read as partial hospitalization. */
        AT_PHP_THRESHOLD
    }
}
