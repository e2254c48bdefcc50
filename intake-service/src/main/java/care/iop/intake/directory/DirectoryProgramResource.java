package care.iop.intake.directory;

import static care.iop.intake.IntakeRoles.CLINICIAN;
import static care.iop.intake.IntakeRoles.COORDINATOR;
import static care.iop.intake.IntakeRoles.PROGRAM_DIRECTOR;

import care.iop.chassis.http.ETags;
import care.iop.chassis.http.PageRequest;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.level.LevelOfCare;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The directory over HTTP: find a program near you, and keep the list. */
@Path("/api/directory-programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program directory", description = "Find a program near you")
class DirectoryProgramResource {

    private static final String CSV = "text/csv";

    private final DirectoryPrograms programs;
    private final ImportDirectory importDirectory;
    private final double usualMiles;

    DirectoryProgramResource(
            DirectoryPrograms programs,
            ImportDirectory importDirectory,
            @ConfigProperty(name = "iop.directory.within-miles") double usualMiles) {
        this.programs = programs;
        this.importDirectory = importDirectory;
        this.usualMiles = usualMiles;
    }

    @GET
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler", "analyst", "compliance-officer", "patient"})
    @Transactional
    @Operation(
            operationId = "searchDirectory",
            summary = "Find programs, the nearest first",
            description =
                    "Every condition narrows the search. With a latitude and a longitude the programs come in order of great-circle distance, else in order of entry.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DirectoryProgramList.class)))
    public Response search(
            @Parameter(description = "Degrees north, -90 to 90; together with longitude", example = "38.627")
                    @QueryParam("latitude")
                    @Nullable
                    Double latitude,
            @Parameter(description = "Degrees east, -180 to 180; together with latitude", example = "-90.1994")
                    @QueryParam("longitude")
                    @Nullable
                    Double longitude,
            @Parameter(
                            description =
                                    "How far away at the most, in miles, more than 0; only with a place. As the operator has set it (iop.directory.within-miles) when absent",
                            example = "25")
                    @QueryParam("withinMiles")
                    @Nullable
                    Double withinMiles,
            @Parameter(description = "A level of care by its identifier", example = "2.1")
                    @QueryParam("level")
                    @Nullable
                    String level,
            @Parameter(description = "When it treats") @QueryParam("track") @Nullable HoursTrack track,
            @Parameter(description = "A language as BCP 47 tag", example = "es") @QueryParam("language") @Nullable
                    String language,
            @Parameter(description = "Whether it treats by video") @QueryParam("telehealth") @Nullable
                    Boolean telehealth,
            @Parameter(description = "A payer's code in the list", example = "medicaid") @QueryParam("payer") @Nullable
                    String payer,
            @Parameter(description = "Whether it charges by income") @QueryParam("slidingFee") @Nullable
                    Boolean slidingFee,
            @Parameter(description = "A special group's code in the list", example = "veterans")
                    @QueryParam("specialGroup")
                    @Nullable
                    String specialGroup,
            @Parameter(description = "A medication for opioid use disorder that it accepts people on")
                    @QueryParam("medication")
                    @Nullable
                    OpioidUseDisorderMedication medication,
            @Parameter(description = "An accreditation's code in the list", example = "carf")
                    @QueryParam("accreditation")
                    @Nullable
                    String accreditation,
            @Parameter(description = "Rows per page, 1 to 200, 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "The cursor from the Link header of the page before")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        var page = PageRequest.of(limit, null);
        var place = place(latitude, longitude);
        if (level != null && LevelOfCare.of(level).isEmpty()) {
            throw ProblemException.invalid("level", "must be the identifier of a level of care, such as 2.1");
        }
        var search = new ProgramSearch(
                place,
                reach(place, withinMiles),
                level,
                track == null ? null : track.name(),
                code("language", language),
                telehealth,
                code("payer", payer),
                slidingFee,
                code("specialGroup", specialGroup),
                medication == null ? null : medication.name(),
                code("accreditation", accreditation));
        var found = programs.search(search, after == null ? null : DistanceCursor.of(after), page.rowsToQuery());
        var shown = found.size() > page.limit() ? found.subList(0, page.limit()) : found;
        var response = Response.ok(new DirectoryProgramList(shown.stream()
                .map(row -> row.program().view(place == null ? null : GeoPoint.miles(row.squaredChord())))
                .toList()));
        if (found.size() > page.limit()) {
            var last = shown.get(shown.size() - 1);
            var next = uri.getRequestUriBuilder()
                    .scheme(null)
                    .host(null)
                    .port(-1)
                    .replaceQueryParam(
                            "after",
                            new DistanceCursor(
                                            last.squaredChord(), last.program().id())
                                    .text())
                    .build();
            response.links(Link.fromUri(next).rel("next").build());
        }
        return response.build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({COORDINATOR, CLINICIAN, PROGRAM_DIRECTOR, "scheduler", "analyst", "compliance-officer", "patient"})
    @Transactional
    @Operation(operationId = "getDirectoryProgram", summary = "Read a program of the directory")
    @APIResponse(
            responseCode = "200",
            description = "The program, with the version as ETag",
            content = @Content(schema = @Schema(implementation = DirectoryProgramView.class)))
    public Response get(@PathParam("id") UUID id) {
        var program = programs.require(id);
        return Response.ok(program.view(null))
                .header(HttpHeaders.ETAG, ETags.of(program.version()))
                .build();
    }

    @POST
    @Path("/imports")
    @Consumes(CSV)
    @RolesAllowed(PROGRAM_DIRECTOR)
    @Operation(
            operationId = "importDirectory",
            summary = "Bring the directory up to date with a list in CSV; the same list again changes nothing",
            description = """
                    CSV (RFC 4180) in UTF-8 with a header, columns in any order. Needed: external_id, name, levels, latitude, \
                    longitude. Optional: street, city, state, postal_code, phone, website, tracks, hours, languages, telehealth, \
                    payers, sliding_fee, special_groups, medications, accreditations, listed (yes or no; no takes the program out of \
                    searches). Several codes of a cell are separated by semicolons. A row is known again by its external_id. Sound \
                    rows are taken; a row with a fault is left out and reported with line, column and advice. Programs that the file \
                    doesn't name stay. Send a list that is larger than 1 MiB in parts, each with the header.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING, examples = DirectoryProgramResource.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(
            responseCode = "409",
            description = "conflict: another import added the same programs meanwhile; send it again")
    public ImportReport importList(byte[] file) {
        return importDirectory.from(file);
    }

    private static @Nullable GeoPoint place(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || !GeoPoint.isLatitude(latitude)) {
            throw ProblemException.invalid("latitude", "must be between -90 and 90, and come with longitude");
        }
        if (longitude == null || !GeoPoint.isLongitude(longitude)) {
            throw ProblemException.invalid("longitude", "must be between -180 and 180, and come with latitude");
        }
        return new GeoPoint(latitude, longitude);
    }

    private double reach(@Nullable GeoPoint place, @Nullable Double withinMiles) {
        if (withinMiles == null) {
            return usualMiles;
        }
        if (place == null || !(withinMiles > 0 && withinMiles <= GeoPoint.FARTHEST_MILES)) {
            throw ProblemException.invalid(
                    "withinMiles", "must be more than 0 and at most 12436, and come with latitude and longitude");
        }
        return withinMiles;
    }

    private static @Nullable String code(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var code = text.toLowerCase(Locale.ROOT);
        if (!ListingReader.isCode(code)) {
            throw ProblemException.invalid(parameter, "must be a code of letters, digits and hyphens, up to 60");
        }
        return code;
    }

    static final String EXAMPLE = """
            external_id,name,levels,latitude,longitude,city,state,tracks,languages,telehealth,payers,sliding_fee
            MO-0042,Riverbend Intensive Outpatient,2.1;2.5,38.627,-90.1994,St. Louis,MO,MORNING;EVENING,en;es,yes,medicaid;medicare,yes
            """;
}
