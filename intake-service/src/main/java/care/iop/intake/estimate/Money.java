package care.iop.intake.estimate;

import care.iop.intake.person.SelfChecked;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** US dollars to the cent, never a floating-point number. */
@Schema(
        type = SchemaType.NUMBER,
        description = "US dollars, at most two decimals, 0 to 9,999,999.99 in a request",
        examples = "350.00")
public record Money(BigDecimal dollars) implements SelfChecked {

    static final Money ZERO = ofCents(0);

    private static final BigDecimal LARGEST = new BigDecimal("9999999.99");
    private static final int CENTS = 2;

    /** Beyond so many digits a number is no amount of money; writing it out could take all memory. */
    private static final int SANE_DIGITS = 20;

    /** Keeps what is no amount of cents as it is, so that {@link #fault} can refuse it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {
        if (Math.abs((long) dollars.scale()) <= SANE_DIGITS
                && dollars.precision() <= SANE_DIGITS
                && dollars.stripTrailingZeros().scale() <= CENTS) {
            dollars = dollars.setScale(CENTS);
        }
    }

    static Money ofCents(long cents) {
        return new Money(BigDecimal.valueOf(cents, CENTS));
    }

    /** The amount in the form of requests and answers. */
    @JsonValue
    @Override
    public BigDecimal dollars() {
        return dollars;
    }

    long cents() {
        return dollars.movePointRight(CENTS).longValueExact();
    }

    Money plus(Money other) {
        return new Money(dollars.add(other.dollars));
    }

    /** What is left of it, below zero when the other amount is larger. */
    public Money minus(Money other) {
        return new Money(dollars.subtract(other.dollars));
    }

    Money min(Money other) {
        return isMoreThan(other) ? other : this;
    }

    /** So many percent of the amount, rounded half up to the cent. */
    Money percent(BigDecimal percent) {
        return new Money(dollars.multiply(percent).movePointLeft(2).setScale(CENTS, RoundingMode.HALF_UP));
    }

    /** Whether it is the larger amount. */
    public boolean isMoreThan(Money other) {
        return dollars.compareTo(other.dollars) > 0;
    }

    boolean isZero() {
        return dollars.signum() == 0;
    }

    @Override
    public Optional<String> fault(LocalDate today) {
        return dollars.scale() != CENTS || dollars.signum() < 0 || dollars.compareTo(LARGEST) > 0
                ? Optional.of("must be an amount from 0 to 9999999.99 with at most two decimals")
                : Optional.empty();
    }
}
