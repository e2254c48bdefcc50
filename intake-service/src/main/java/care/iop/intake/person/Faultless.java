package care.iop.intake.person;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Demands that a value of a request finds no fault with itself; absent values pass. */
@Constraint(validatedBy = FaultlessValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Faultless {

    /** Replaced by the value's own words. */
    String message() default "can't be accepted";

    /** Not used: there is one group. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};
}
