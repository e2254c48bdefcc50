package care.iop.chassis.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that creates or books, beside {@code @Transactional}: a request that carries an {@code
 * Idempotency-Key} has effect once, and its retry is answered with the stored response. The answer is stored in the same
 * transaction as the effect; the same key with another request is refused with 422.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
