package care.iop.chassis.testing.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** A guard is only believed when it has been seen to fail, and to say why. */
final class Finding {

    private Finding() {}

    static void assertFails(Executable guard, String... reasons) {
        var message = assertThrows(AssertionError.class, guard).getMessage();
        for (var reason : reasons) {
            assertTrue(message.contains(reason), () -> "expected \"%s\" in: %s".formatted(reason, message));
        }
    }
}
