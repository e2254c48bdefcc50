package care.iop.progress.attendance;

import org.jspecify.annotations.Nullable;

/** The range of minutes that one session can have. */
final class Minutes {

    private static final int OF_A_DAY = 24 * 60;

    private Minutes() {}

    /** Refuses minutes that are absent, negative or more than a day has. */
    static void requireOfOneDay(@Nullable Integer minutes, String name) {
        if (minutes == null || minutes < 0 || minutes > OF_A_DAY) {
            throw new IllegalArgumentException(name + " must be 0 to " + OF_A_DAY);
        }
    }
}
