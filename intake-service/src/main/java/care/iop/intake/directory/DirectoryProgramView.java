package care.iop.intake.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program of the directory as callers see it. */
@Schema(name = "DirectoryProgram")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DirectoryProgramView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "Names the program in the list that it comes from", examples = "MO-0042")
        String externalId,

        @Schema(required = true, examples = "Riverbend Intensive Outpatient")
        String name,

        @Schema(
                description = "Great-circle distance from where the caller searched, in miles, to a tenth",
                examples = "3.4")
        @Nullable
        Double miles,

        @Schema(required = true, examples = "[\"2.1\", \"2.5\"]")
        List<String> levels,

        @Schema(required = true) double latitude,
        @Schema(required = true) double longitude,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String phone,
        @Nullable String website,

        @Schema(required = true, description = "MORNING, AFTERNOON, EVENING, WEEKEND")
        List<String> tracks,

        @Schema(description = "Opening hours in words") @Nullable
        String hours,

        @Schema(required = true, description = "BCP 47 tags in lower case", examples = "[\"en\", \"es\"]")
        List<String> languages,

        @Schema(required = true) boolean telehealth,

        @Schema(required = true, examples = "[\"medicaid\", \"medicare\"]")
        List<String> payers,

        @Schema(required = true) boolean slidingFee,

        @Schema(required = true, examples = "[\"pregnant\", \"veterans\"]")
        List<String> specialGroups,

        @Schema(
                required = true,
                description =
                        "Medications for opioid use disorder that people may stay on: BUPRENORPHINE, METHADONE, NALTREXONE")
        List<String> medications,

        @Schema(required = true, examples = "[\"carf\"]") List<String> accreditations,

        @Schema(required = true, description = "False: taken out of searches by the list")
        boolean listed,

        @Schema(required = true) Instant changedAt) {}
