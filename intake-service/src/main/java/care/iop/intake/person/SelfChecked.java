package care.iop.intake.person;

import java.time.LocalDate;
import java.util.Optional;

/** A value from outside that can say what is wrong with it. */
public interface SelfChecked {

    /**
     * What is wrong, as advice to the sender that never repeats the value; empty when nothing is.
     *
     * @param today the present date, for values that may not lie in the future
     */
    Optional<String> fault(LocalDate today);
}
