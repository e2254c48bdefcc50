package care.iop.chassis.bakery;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.http.ETags;
import care.iop.chassis.http.IfMatch;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.http.Pages;
import care.iop.chassis.id.Ids;
import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.outbox.Outbox;
import care.iop.chassis.outbox.OutgoingEvent;
import care.iop.chassis.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Path("/api/loaves")
class LoafResource {

    enum Flour {
        RYE,
        WHEAT
    }

    record BakeRequest(
            @NotNull UUID customerId,
            @NotNull @Size(min = 1, max = 40) String name,
            @Min(1) @Max(5000) int grams,
            Flour flour,
            LocalDate bakedOn,
            List<@Valid Topping> toppings) {}

    record Topping(@NotNull @Size(min = 1) String name) {}

    record WeighRequest(@Min(1) @Max(5000) int grams) {}

    record LoafView(UUID id, String name, int grams) {
        static LoafView of(Loaf loaf) {
            return new LoafView(loaf.id(), loaf.name(), loaf.grams());
        }
    }

    record LoavesView(List<LoafView> items) {}

    record LoafBaked(UUID loafId, int grams) {}

    static final String TOPIC = "bakery.loaf.v1";

    private final EntityManager entities;
    private final Ids ids;
    private final Outbox outbox;
    private final AccessAudit audit;

    LoafResource(EntityManager entities, Ids ids, Outbox outbox, AccessAudit audit) {
        this.entities = entities;
        this.ids = ids;
        this.outbox = outbox;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({"baker", "system/Loaf.c"})
    @Idempotent
    @Transactional
    public Response bake(@Valid @NotNull BakeRequest request) {
        var loaf = new Loaf(ids.next(), request.customerId(), request.name(), request.grams());
        entities.persist(loaf);
        entities.flush();
        audit.wrote("Loaf", loaf.id(), loaf.customerId());
        outbox.add(new OutgoingEvent(
                TOPIC,
                "care.iop.bakery.loaf-baked.v1",
                loaf.id(),
                loaf.version(),
                new LoafBaked(loaf.id(), loaf.grams())));
        return Response.created(URI.create("/bakery/api/loaves/" + loaf.id()))
                .header("ETag", ETags.of(loaf.version()))
                .entity(LoafView.of(loaf))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"baker", "customer"})
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        var loaf = find(id);
        audit.read("Loaf", loaf.id(), loaf.customerId());
        return Response.ok(LoafView.of(loaf))
                .header("ETag", ETags.of(loaf.version()))
                .build();
    }

    @GET
    @RolesAllowed("baker")
    @Transactional
    public Response list(
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @QueryParam("customerId") UUID customerId,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, after);
        var rows = entities.createQuery(
                        "from Loaf where id > :after and (:customer is null or customerId = :customer) order by id",
                        Loaf.class)
                .setParameter("after", page.after().orElse(new UUID(0, 0)))
                .setParameter("customer", customerId)
                .setMaxResults(page.rowsToQuery())
                .getResultList();
        audit.readAll("Loaf", rows.stream().map(Loaf::customerId).toList());
        return Pages.ok(
                uri,
                rows,
                page,
                Loaf::id,
                shown -> new LoavesView(shown.stream().map(LoafView::of).toList()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("baker")
    @Transactional
    public Response weigh(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull WeighRequest request) {
        var loaf = find(id);
        IfMatch.require(ifMatch, loaf.version());
        loaf.weigh(request.grams());
        entities.flush();
        audit.wrote("Loaf", loaf.id(), loaf.customerId());
        outbox.add(new OutgoingEvent(
                TOPIC,
                "care.iop.bakery.loaf-weighed.v1",
                loaf.id(),
                loaf.version(),
                new LoafBaked(loaf.id(), loaf.grams())));
        return Response.ok(LoafView.of(loaf))
                .header("ETag", ETags.of(loaf.version()))
                .build();
    }

    @GET
    @Path("/oven")
    public Response forgottenAnnotation() {
        return Response.ok().build();
    }

    @GET
    @Path("/burnt")
    @RolesAllowed("baker")
    public Response burnt() {
        throw new IllegalStateException("secret detail of the oven");
    }

    private Loaf find(UUID id) {
        var loaf = entities.find(Loaf.class, id);
        if (loaf == null) {
            throw ProblemException.notFound("loaf");
        }
        return loaf;
    }
}
