package care.iop.chassis.fhir;

import care.iop.chassis.consent.Notice;
import care.iop.chassis.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Date;
import java.util.List;

/** Answers with what may be told of a person. Whether it may be is decided before. */
@ApplicationScoped
public class RecordAnswers {

    private final FhirR4 fhir;

    RecordAnswers(FhirR4 fhir) {
        this.fhir = fhir;
    }

    /** One resource with its version, or 304 when the caller has that version. */
    public Response one(ToldAs told, FhirRecord found, Notice notice, Request request) {
        var tag = new EntityTag(found.version(), true);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).lastModified(Date.from(found.changedAt())).build()
                : complete(Response.ok(), told, found, notice);
    }

    /** Completes an answer with one resource and its version. */
    public Response complete(ResponseBuilder response, ToldAs told, FhirRecord found, Notice notice) {
        return response.entity(fhir.write(found.resource(told, notice)))
                .tag(new EntityTag(found.version(), true))
                .lastModified(Date.from(found.changedAt()))
                .build();
    }

    /** Of the rows of a page, and one more when there is another page, those of the page. */
    public static List<FhirRecord> shown(List<FhirRecord> found, PageRequest page) {
        return found.subList(0, Math.min(found.size(), page.limit()));
    }

    /** Adds a page that may be told, and where the next one is. */
    public static void add(ToldAs told, List<FhirRecord> found, PageRequest page, Notice notice, Searchset searchset) {
        var shown = shown(found, page);
        for (var one : shown) {
            searchset.match(told.type(), one.id(), one.resource(told, notice));
        }
        if (found.size() > shown.size()) {
            searchset.next(PageRequest.cursor(shown.get(shown.size() - 1).cursor()));
        }
    }

    /** A page as it is, empty when nothing may be told. */
    public Response page(Searchset searchset) {
        return Response.ok(fhir.write(searchset.bundle())).build();
    }
}
