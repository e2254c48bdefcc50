package care.iop.scheduling.enrollment;

import care.iop.scheduling.clinician.Modality;
import care.iop.scheduling.program.Track;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the roster should know of a client's needs and wishes. Everything has a usual value. */
@Schema(name = "Preferences", examples = Preferences.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(
        @Schema(description = "The time of day that suits; absent means any") @Nullable
        Track track,

        @Schema(description = "The preferred way of treatment; absent means any") @Nullable
        Modality modality,

        @Schema(description = "As the client states it; absent means that only mixed groups fit") @Nullable
        Gender gender,

        @Schema(description = "Whether a group of the own gender is wished for", defaultValue = "false")
        Boolean ownGenderGroup,

        @Schema(
                description = "Needs trauma-informed individual sessions and may join a trauma track",
                defaultValue = "false")
        Boolean trauma,

        @Schema(description = "Joins groups by video only", defaultValue = "false")
        Boolean teleOnly,

        @Schema(description = "Sessions alone are by video and need no office", defaultValue = "false")
        Boolean telehealth,

        @Schema(description = "3 is placed first", defaultValue = "1") @Min(1) @Max(3)
        Integer priority,

        @Schema(description = "Days a week to come; absent means as many as three hours a day make")
        @Min(1)
        @Max(7)
        @Nullable
        Integer targetDays,

        @Schema(description = "Days a week at the most", defaultValue = "5") @Min(1) @Max(7)
        Integer maxDays,

        @Schema(description = "Minutes a day at the most", defaultValue = "300") @Min(15) @Max(720)
        Integer maxDayMinutes,

        @Schema(description = "The clinician who should hold the individual sessions") @Nullable
        UUID primaryClinicianId,

        @Schema(description = "The only clinicians who hold sessions alone with the client; none means any")
        @Size(max = 50)
        Set<@NotNull UUID> careTeam,

        @Schema(
                description =
                        "Enrollments of clients whom this one must never meet. Those that are named are added on both sides; none is lifted by leaving it out")
        @Size(max = 50)
        Set<@NotNull UUID> noContact,

        @Schema(description = "Languages in which the client can be treated, ISO 639-1; none means not asked")
        @Size(max = 20)
        Set<@NotNull @Pattern(regexp = "[a-z]{2}", message = "must be two small letters like es") String> languages,

        @Schema(
                description =
                        "The US state in which the client is during sessions by video, for the clinician's licence; absent means the site's",
                examples = "NY")
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters like NY")
        @Nullable
        String telehealthState) {

    static final String EXAMPLE = """
            {"track": "MORNING", "modality": "CBT", "gender": "F", "telehealth": false, "targetDays": 5}""";

    private static final int USUAL_MAX_DAYS = 5;
    private static final int USUAL_MAX_DAY_MINUTES = 300;

    /** Fills in what is usual. */
    public Preferences {
        ownGenderGroup = ownGenderGroup == null ? Boolean.FALSE : ownGenderGroup;
        trauma = trauma == null ? Boolean.FALSE : trauma;
        teleOnly = teleOnly == null ? Boolean.FALSE : teleOnly;
        telehealth = telehealth == null ? Boolean.FALSE : telehealth;
        priority = priority == null ? 1 : priority;
        maxDays = maxDays == null ? USUAL_MAX_DAYS : maxDays;
        maxDayMinutes = maxDayMinutes == null ? USUAL_MAX_DAY_MINUTES : maxDayMinutes;
        careTeam = careTeam == null ? Set.of() : careTeam;
        noContact = noContact == null ? Set.of() : noContact;
        languages = languages == null ? Set.of() : languages;
    }

    /** The same with these no-contact clients. */
    Preferences withNoContact(Set<UUID> clients) {
        return new Preferences(
                track,
                modality,
                gender,
                ownGenderGroup,
                trauma,
                teleOnly,
                telehealth,
                priority,
                targetDays,
                maxDays,
                maxDayMinutes,
                primaryClinicianId,
                careTeam,
                clients,
                languages,
                telehealthState);
    }

    /** The same with another track. */
    Preferences onTrack(@Nullable Track other) {
        return new Preferences(
                other,
                modality,
                gender,
                ownGenderGroup,
                trauma,
                teleOnly,
                telehealth,
                priority,
                targetDays,
                maxDays,
                maxDayMinutes,
                primaryClinicianId,
                careTeam,
                noContact,
                languages,
                telehealthState);
    }

    /** The same with this many days a week to come. */
    Preferences onDays(int days) {
        return new Preferences(
                track,
                modality,
                gender,
                ownGenderGroup,
                trauma,
                teleOnly,
                telehealth,
                priority,
                days,
                maxDays,
                maxDayMinutes,
                primaryClinicianId,
                careTeam,
                noContact,
                languages,
                telehealthState);
    }

    /** Nothing said: no wishes, the usual limits. */
    @SuppressWarnings("NullAway") // the constructor fills in what is usual
    static Preferences usual() {
        return new Preferences(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
