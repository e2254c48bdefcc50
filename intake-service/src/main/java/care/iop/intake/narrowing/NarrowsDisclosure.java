package care.iop.intake.narrowing;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation after which less is disclosed. It succeeds with its own status only when that holds in every service, and with 202
 * when some service has not confirmed it.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NarrowsDisclosure {

    /** For the description of an operation's 202. */
    String NOT_CONFIRMED = "Kept, and in force in this service; some other service has not yet confirmed it";
}
