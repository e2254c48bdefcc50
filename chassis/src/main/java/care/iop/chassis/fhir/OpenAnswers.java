package care.iop.chassis.fhir;

import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Answers with what tells of no person. */
@ApplicationScoped
public class OpenAnswers {

    private final FhirR4 fhir;

    OpenAnswers(FhirR4 fhir) {
        this.fhir = fhir;
    }

    /** One resource with its version, 304 when the caller has that version, 404 when there is none. */
    public Response one(FhirProvider provider, Optional<OpenRecord> found, Request request) {
        var record = found.orElseThrow(() -> ProblemException.notFound(provider.type()));
        var tag = new EntityTag(record.version(), true);
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged != null ? unchanged : Response.ok(fhir.write(record.resource(provider.profile())));
        return response.tag(tag).lastModified(Date.from(record.changedAt())).build();
    }

    /** A page of what was found, and where the next one is. */
    public Response page(FhirProvider provider, List<OpenRecord> found, PageRequest page, Searchset searchset) {
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        for (var one : shown) {
            searchset.match(provider.type(), one.id(), one.resource(provider.profile()));
        }
        if (found.size() > shown.size()) {
            searchset.next(PageRequest.cursor(shown.get(shown.size() - 1).cursor()));
        }
        return Response.ok(fhir.write(searchset.bundle())).build();
    }
}
