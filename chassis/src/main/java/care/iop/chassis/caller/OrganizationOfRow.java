package care.iop.chassis.caller;

import java.lang.reflect.Member;
import java.util.EnumSet;
import org.hibernate.PropertyValueException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.hibernate.generator.GeneratorCreationContext;
import org.jspecify.annotations.Nullable;

/** Gives a new row the organization of its session, and refuses one that was given another. */
public class OrganizationOfRow implements BeforeExecutionGenerator {

    private static final long serialVersionUID = 1L;

    private final String entity;
    private final String property;

    /** As Hibernate makes a generator. */
    public OrganizationOfRow(OfOrganization annotation, Member member, GeneratorCreationContext context) {
        entity = context.getPersistentClass().getEntityName();
        property = context.getProperty().getName();
    }

    @Override
    public EnumSet<EventType> getEventTypes() {
        return EventTypeSets.INSERT_ONLY;
    }

    @Override
    public Object generate(
            SharedSessionContractImplementor session, Object owner, @Nullable Object given, EventType event) {
        var organization = session.getTenantIdentifierValue();
        if (given != null && !given.equals(organization)) {
            throw new PropertyValueException(
                    "the organization of a new row is not that of the caller", entity, property);
        }
        return organization;
    }
}
