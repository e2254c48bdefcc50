package care.iop.chassis.request;

import jakarta.ws.rs.core.UriInfo;

/** Tells which face of a service a request goes to: its own API, or the FHIR one below {@code /fhir}. */
public final class FhirPath {

    private FhirPath() {}

    /** Whether the request's path is {@code /fhir} or below it. */
    public static boolean leads(UriInfo uri) {
        var path = uri.getPath();
        var relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.equals("fhir") || relative.startsWith("fhir/");
    }
}
