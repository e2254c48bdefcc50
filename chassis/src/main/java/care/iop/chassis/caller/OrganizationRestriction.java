package care.iop.chassis.caller;

import org.hibernate.MappingException;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;

/** Puts a condition on an entity's {@link OfOrganization} column that is the same text for every organization, so that translated queries can be kept. */
public class OrganizationRestriction implements AttributeBinder<OfOrganization> {

    /** Stands for the organization until a statement is run; no organization, so that a statement with it finds nothing. */
    static final String PLACEHOLDER = "'@organization'";

    @Override
    public void bind(
            OfOrganization annotation, MetadataBuildingContext building, PersistentClass entity, Property property) {
        if (!(entity instanceof RootClass root) || root.getWhere() != null) {
            throw new MappingException(
                    entity.getEntityName() + " is no root entity, or has a restriction besides its organization");
        }
        root.setWhere(property.getColumns().get(0).getName() + " = " + PLACEHOLDER);
        property.resetUpdateable(false);
        property.resetOptional(false);
    }
}
