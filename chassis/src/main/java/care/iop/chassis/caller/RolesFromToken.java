package care.iop.chassis.caller;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns SMART system scopes into roles of the same name, so that people and machines are authorized in one place, and
 * leaves a token that names no organization without any role.
 */
@ApplicationScoped
class RolesFromToken implements SecurityIdentityAugmentor {

    private static final String SYSTEM_SCOPE = "system/";

    private final KnownTokens known;

    RolesFromToken(KnownTokens known) {
        this.known = known;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var caller = withRoles(identity, token);
        // The token of a page's session must not open anything as a bearer's: it was issued to the pages alone.
        if (identity.getCredential(IdTokenCredential.class) == null) {
            known.remember(token, caller.getRoles());
        }
        return Uni.createFrom().item(caller);
    }

    private static SecurityIdentity withRoles(SecurityIdentity identity, JsonWebToken token) {
        var organization = token.<Object>claim(Caller.ORGANIZATION_CLAIM).map(Object::toString);
        if (organization.isEmpty() || organization.get().isBlank()) {
            return withoutRoles(identity);
        }
        var scopes = token.<Object>claim("scope").map(Object::toString).orElse("");
        if (!scopes.contains(SYSTEM_SCOPE)) {
            return identity;
        }
        var builder = QuarkusSecurityIdentity.builder(identity);
        for (var scope : scopes.split(" ", -1)) {
            if (scope.startsWith(SYSTEM_SCOPE)) {
                builder.addRole(scope);
            }
        }
        return builder.build();
    }

    private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }
}
