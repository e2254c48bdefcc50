package care.iop.scheduling.session;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date that a program can mean: from 2000 to 2100, so that expansion stays short. */
@Constraint(validatedBy = SaneDate.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface SaneDate {

    /** What the caller is told. */
    String message() default "must be a date from 2000 to 2100";

    /** Unused, demanded by Bean Validation. */
    Class<?>[] groups() default {};

    /** Unused, demanded by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<SaneDate, LocalDate> {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2100;

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        }
    }
}
