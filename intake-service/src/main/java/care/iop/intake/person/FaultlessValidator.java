package care.iop.intake.person;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lets a value's own words become the violation's message. */
@Singleton
class FaultlessValidator implements ConstraintValidator<Faultless, SelfChecked> {

    private final Clock clock;

    FaultlessValidator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isValid(@Nullable SelfChecked value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        var fault = value.fault(LocalDate.now(clock));
        fault.ifPresent(words -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
        });
        return fault.isEmpty();
    }
}
