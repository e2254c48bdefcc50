package care.iop.chassis.caller;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** Gives each Hibernate session the caller's organization, which its new rows get. */
@PersistenceUnitExtension
@RequestScoped
class OrganizationTenantResolver implements TenantResolver {

    private final Caller caller;

    OrganizationTenantResolver(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String getDefaultTenantId() {
        return "";
    }

    @Override
    public String resolveTenantId() {
        return caller.organization();
    }
}
