package care.iop.chassis.bakery;

import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

@Path("/fhir/Substance")
class LoafFhirResource {

    @GET
    @Path("/{id}")
    @RolesAllowed("baker")
    public Response get(@PathParam("id") String id) {
        throw ProblemException.notFound("Substance");
    }
}
