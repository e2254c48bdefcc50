package care.iop.chassis.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;

/** One page of what a search found. There is no total: it would be counted anew for each page, and could tell of what is not told. */
public final class Searchset {

    private final UriInfo uri;
    private final UriBuilder search;
    private final Bundle bundle = new Bundle();

    /** An empty page of the search that the request's address asks for. */
    public Searchset(UriInfo uri) {
        this(uri, FhirAddress.request(uri));
    }

    private Searchset(UriInfo uri, UriBuilder search) {
        this.uri = uri;
        this.search = search;
        bundle.setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(search.build().toString());
    }

    /** An empty page of the search that a form asks for; its links ask for the same by address. */
    public static Searchset of(UriInfo uri, String type, MultivaluedMap<String, String> form) {
        var search = FhirAddress.of(uri).path(type);
        form.forEach((name, values) ->
                values.forEach(value -> search.queryParam(name, URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return new Searchset(uri, search);
    }

    /** Says where the next page is, by the cursor that it begins after. */
    public void next(String cursor) {
        bundle.addLink()
                .setRelation("next")
                .setUrl(search.clone()
                        .replaceQueryParam("after", cursor)
                        .build()
                        .toString());
    }

    /** Adds what was searched for. */
    public void match(String type, UUID id, Resource resource) {
        match(type, id.toString(), resource);
    }

    /** Adds what was searched for. */
    public void match(String type, String id, Resource resource) {
        add(type, id, resource, SearchEntryMode.MATCH);
    }

    /** Adds what goes with what was searched for. */
    public void include(String type, UUID id, Resource resource) {
        add(type, id.toString(), resource, SearchEntryMode.INCLUDE);
    }

    private void add(String type, String id, Resource resource, SearchEntryMode mode) {
        bundle.addEntry()
                .setFullUrl(url(type, id))
                .setResource(resource)
                .getSearch()
                .setMode(mode);
    }

    private String url(String type, String id) {
        return FhirAddress.of(uri, type, id).build().toString();
    }

    /** The page. */
    public Bundle bundle() {
        return bundle;
    }
}
