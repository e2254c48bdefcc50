package care.iop.intake.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which programs are wanted; what is null is left open.
 *
 * @param place where the caller is
 * @param withinMiles how far from there; only with a place
 */
record ProgramSearch(
        @Nullable GeoPoint place,
        double withinMiles,
        @Nullable String level,
        @Nullable String track,
        @Nullable String language,
        @Nullable Boolean telehealth,
        @Nullable String payer,
        @Nullable Boolean slidingFee,
        @Nullable String specialGroup,
        @Nullable String medication,
        @Nullable String accreditation) {}
