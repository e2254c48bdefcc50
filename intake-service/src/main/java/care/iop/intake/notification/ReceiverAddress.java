package care.iop.intake.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a receiver. Whoever may enter addresses must not be able to have this service call what only this service can
 * reach, so where it leads to is checked by {@link PublicAddresses} each time.
 */
record ReceiverAddress(URI uri) {

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with the fault in words, when it can't be one
     */
    static ReceiverAddress of(String text, boolean plainAllowed) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as https://ehr.example.org/hooks/iop", e);
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plainAllowed && scheme.equals("http"))) {
            throw new IllegalArgumentException("must begin with https://");
        }
        if (uri.getHost() == null || uri.getHost().isBlank()) {
            throw new IllegalArgumentException("must name a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must have no user, password or fragment");
        }
        return new ReceiverAddress(uri);
    }

    String text() {
        return uri.toString();
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** The host, an IPv6 address without its brackets. */
    String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** Path and query. */
    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
