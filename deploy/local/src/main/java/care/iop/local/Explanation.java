package care.iop.local;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns whatever went wrong into words for the person at the terminal. */
final class Explanation {
    private static final String DISK_FULL = "No space left on device";

    private Explanation() {}

    static String of(Throwable failure, @Nullable Settings settings) {
        boolean diskFull = causes(failure)
                .map(Throwable::getMessage)
                .anyMatch(message -> message != null && message.contains(DISK_FULL));
        if (diskFull && settings != null) {
            return Preflight.diskFull(settings.home(), "nothing", Preflight.NEEDED_BYTES);
        }
        if (failure instanceof CannotContinue) {
            return String.valueOf(failure.getMessage());
        }
        String reason = causes(failure)
                .map(cause -> Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName()))
                .distinct()
                .reduce((first, second) -> first + ": " + second)
                .orElse("unknown");
        return "That did not work: " + reason + (settings == null ? "" : " (logs are in " + settings.logs() + ")");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
