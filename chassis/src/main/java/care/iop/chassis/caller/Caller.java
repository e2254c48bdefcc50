package care.iop.chassis.caller;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is asking: the verified token's subject, organization and roles, or the service itself while it consumes an event. */
@RequestScoped
public class Caller {

    static final String ORGANIZATION_CLAIM = "organization";
    private static final String PATIENT_CLAIM = "patient";

    private final SecurityIdentity identity;
    private final CurrentOrganization current;

    /** Asked for by every statement of a request, and no cheap question: a claim that is none of the registered ones costs an exception. */
    private @Nullable String claimed;

    Caller(SecurityIdentity identity, CurrentOrganization current) {
        this.identity = identity;
        this.current = current;
    }

    /** The tenant whose rows this caller may touch; refused with 403 when the token names none. */
    public String organization() {
        var acting = current.organization();
        if (acting != null) {
            return acting;
        }
        var organization = claimed == null ? claim(ORGANIZATION_CLAIM) : claimed;
        if (organization == null || organization.isBlank()) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN, "The access token names no organization. Ask for one with that claim.");
        }
        claimed = organization;
        return organization;
    }

    /** The stable identifier of the person or client behind the token. */
    public String subject() {
        var acting = current.actor();
        if (acting != null) {
            return acting;
        }
        var subject = claim("sub");
        return subject == null ? "anonymous" : subject;
    }

    /** Whether the token carries this role or SMART system scope; the service acting by itself has none. */
    public boolean hasRole(String role) {
        return current.actor() == null && identity.hasRole(role);
    }

    /** All roles and system scopes, sorted, for the access log; empty for the service acting by itself. */
    public String roles() {
        return current.actor() == null ? String.join(" ", new TreeSet<>(identity.getRoles())) : "";
    }

    /** The person's own record that this token is bound to; empty for staff and machines. */
    public Optional<UUID> patient() {
        var claimed = current.actor() == null ? claim(PATIENT_CLAIM) : null;
        if (claimed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(claimed));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private @Nullable String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(name).map(Object::toString).orElse(null)
                : null;
    }
}
