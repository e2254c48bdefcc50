package care.iop.chassis.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;
import org.hibernate.annotations.ValueGenerationType;

/**
 * The organization that a row belongs to. It is the caller's when the row is written, never changes, and is a condition of every
 * query and load of the entity, so that none can reach another tenant's rows. Hibernate's own TenantId does the same by a filter,
 * and with a filter it translates each query and load anew each time (chassis decision 11).
 */
@ValueGenerationType(generatedBy = OrganizationOfRow.class)
@AttributeBinderType(binder = OrganizationRestriction.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfOrganization {}
