package care.iop.intake.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row of the directory's list says of a program. Codes in lists are in order and not repeated.
 *
 * @param externalId names the program in the list that it comes from
 * @param levels identifiers of levels of care
 * @param languages BCP 47 tags in lower case
 * @param listed false takes the program out of searches
 */
record ProgramListing(
        String externalId,
        String name,
        List<String> levels,
        GeoPoint place,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String phone,
        @Nullable String website,
        List<String> tracks,
        @Nullable String hours,
        List<String> languages,
        boolean telehealth,
        List<String> payers,
        boolean slidingFee,
        List<String> specialGroups,
        List<String> medications,
        List<String> accreditations,
        boolean listed) {}
