package care.iop.local.story;

/** Signs a user of the realm in. */
@FunctionalInterface
public interface TokenSource {

    /** An access token that is valid now, for a user's name or for the service client {@code ehr-demo}. */
    String tokenFor(String user);
}
