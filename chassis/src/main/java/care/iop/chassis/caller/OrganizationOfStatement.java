package care.iop.chassis.caller;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Puts the caller's organization into a statement at the moment it is run; refused as {@link Caller#organization()} is when there is none. */
@PersistenceUnitExtension
@ApplicationScoped
class OrganizationOfStatement implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    OrganizationOfStatement(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String inspect(String sql) {
        return sql.contains(OrganizationRestriction.PLACEHOLDER)
                ? sql.replace(OrganizationRestriction.PLACEHOLDER, literal(caller.organization()))
                : sql;
    }

    /** A literal of PostgreSQL that means the same whether or not its standard_conforming_strings is on. */
    private static String literal(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
