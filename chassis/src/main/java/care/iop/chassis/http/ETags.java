package care.iop.chassis.http;

/** Strong entity tags made from an aggregate's version (RFC 9110 section 8.8.3). */
public final class ETags {

    private ETags() {}

    /** The quoted tag of this version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
