package care.iop.progress.metrics;

import care.iop.chassis.problem.ProblemException;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Episodes by their admission: those of whole months, and of one program, level, referral source, payer category or track where that is asked for.
 *
 * @param from the first month of admissions
 * @param to the last month of admissions
 * @param asOf what is known of days after this one doesn't count
 */
record Cohort(
        YearMonth from,
        YearMonth to,
        @Nullable UUID programId,
        @Nullable String level,
        @Nullable String referralSource,
        @Nullable String payer,
        @Nullable String track,
        LocalDate asOf) {

    private static final int MOST_MONTHS = 60;

    /** The episodes {@code e} of the cohort in SQL, admitted up to its day. */
    static final String EPISODES = """
            e.organization_id = :organization and e.admitted_on >= :from and e.admitted_on < :until and e.admitted_on <= :asOf
            and (cast(:program as uuid) is null or e.program_id = :program)
            and (cast(:level as text) is null or coalesce(e.admitted_level, e.level_of_care) = :level)
            and (cast(:source as text) is null or coalesce(e.referral_source, 'UNKNOWN') = :source)
            and (cast(:payer as text) is null or coalesce(e.payer_category, 'UNKNOWN') = :payer)
            and (cast(:track as text) is null or :track = (""" + Dimension.TRACK.sql() + "))\n";

    /** Whether the episode {@code e} had ended by the cohort's day, in SQL. */
    static final String ENDED = "(e.ended_on is not null and e.ended_on <= :asOf)";

    /** Reads query parameters; refused with 422 for what is no month, in the wrong order, or more than 60 months. */
    static Cohort of(
            String from,
            String to,
            @Nullable UUID programId,
            @Nullable String level,
            @Nullable String referralSource,
            @Nullable String payer,
            @Nullable String track,
            LocalDate asOf) {
        var first = month("from", from);
        var last = month("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MOST_MONTHS - 1L))) {
            throw ProblemException.invalid(
                    "to", "must be the same month as from or up to " + (MOST_MONTHS - 1) + " months later");
        }
        return new Cohort(first, last, programId, level, referralSource, payer, track, asOf);
    }

    private static YearMonth month(String parameter, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException notAMonth) {
            throw ProblemException.invalid(parameter, "must be a month like 2026-09");
        }
    }

    /** Sets the parameters of {@link #EPISODES}. */
    <Q extends Query> Q bind(Q query, String organization) {
        query.setParameter("organization", organization);
        query.setParameter("from", from.atDay(1));
        query.setParameter("until", to.plusMonths(1).atDay(1));
        query.setParameter("asOf", asOf);
        query.setParameter("program", programId);
        query.setParameter("level", level);
        query.setParameter("source", referralSource);
        query.setParameter("payer", payer);
        query.setParameter("track", track);
        return query;
    }
}
