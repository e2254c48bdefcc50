package care.iop.progress.earlywarning;

import care.iop.chassis.idempotency.Idempotent;
import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/warning-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Early warning", description = "Who may drop out in the next 14 days, and how well that is known")
class WarningModelResource {

    private static final int SHOWN = 50;

    private final TrainModel trainModel;
    private final ApproveModel approveModel;
    private final WarningModels models;

    WarningModelResource(TrainModel trainModel, ApproveModel approveModel, WarningModels models) {
        this.trainModel = trainModel;
        this.approveModel = approveModel;
        this.models = models;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Any key of the caller's choice: the same request with the same key has effect once",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128))
    @Operation(
            summary = "Train a model on the organization's own weeks",
            description =
                    "It is judged on the last quarter of the weeks, which it does not learn from, and warns of nobody until it is"
                            + " approved.")
    @APIResponse(
            responseCode = "201",
            description = "The model with how it did",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = WarningModelView.class)))
    @APIResponse(responseCode = "409", description = "Too few people have dropped out")
    @APIResponse(responseCode = "422", description = "The key came with another request before")
    public Response trainWarningModel(@Context UriInfo uri) {
        var model = trainModel.train();
        return Response.created(
                        uri.getAbsolutePathBuilder().path(model.id().toString()).build())
                .entity(model.view())
                .build();
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            summary = "List the newest 50 models",
            description = "Newest first, with weights, reliability and budget.")
    @APIResponse(responseCode = "200", description = "The models")
    public WarningModelPage listWarningModels() {
        return new WarningModelPage(
                models.newest(SHOWN).stream().map(WarningModel::view).toList());
    }

    @GET
    @Path("{modelId}")
    @RolesAllowed({Roles.OPERATOR, Roles.PROGRAM_DIRECTOR})
    @Transactional
    @Operation(summary = "Read a model")
    @APIResponse(responseCode = "200", description = "The model")
    public WarningModelView readWarningModel(@PathParam("modelId") UUID modelId) {
        return models.findByIdOptional(modelId)
                .map(WarningModel::view)
                .orElseThrow(() -> ProblemException.notFound("warning model"));
    }

    @POST
    @Path("{modelId}/approval")
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Operation(
            summary = "Let a model warn from a probability on",
            description = "The one that warned before is retired. Read its reliability and budget first.")
    @APIResponse(responseCode = "200", description = "The model, which warns")
    @APIResponse(responseCode = "409", description = "It was approved before")
    public WarningModelView approveWarningModel(
            @PathParam("modelId") UUID modelId, @NotNull @Valid ApproveModelRequest request) {
        return approveModel.approve(modelId, request.threshold()).view();
    }

    @POST
    @Path("{modelId}/retirement")
    @RolesAllowed(Roles.OPERATOR)
    @Transactional
    @Operation(summary = "Let a model warn no more")
    @APIResponse(responseCode = "200", description = "The model, which is retired")
    @APIResponse(responseCode = "409", description = "It does not warn")
    public WarningModelView retireWarningModel(@PathParam("modelId") UUID modelId) {
        return approveModel.retire(modelId).view();
    }
}
