package care.iop.chassis.fhir;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where callers find the FHIR face. Each service has one of its own, below its own path; where an origin passes on one base for all
 * of them ({@code iop.fhir.base-path}), links lead there, so that a reference from one service's resource to another's can be
 * followed.
 */
public final class FhirAddress {

    private static final String FACE = "fhir";

    private FhirAddress() {}

    /** The base, for paths of types and identifiers to be added. */
    public static UriBuilder of(UriInfo uri) {
        return ConfigProvider.getConfig()
                .getOptionalValue("iop.fhir.base-path", String.class)
                .map(path -> UriBuilder.fromUri(uri.getBaseUri()).replacePath(path))
                .orElseGet(() -> uri.getBaseUriBuilder().path(FACE));
    }

    /** The address of one resource. */
    public static UriBuilder of(UriInfo uri, String type, String id) {
        return of(uri).path(type).path(id);
    }

    /** The address that the request was made to, at the base. */
    static UriBuilder request(UriInfo uri) {
        var path = uri.getPath();
        var below = path.substring(path.indexOf(FACE) + FACE.length());
        return of(uri).path(below).replaceQuery(uri.getRequestUri().getRawQuery());
    }
}
