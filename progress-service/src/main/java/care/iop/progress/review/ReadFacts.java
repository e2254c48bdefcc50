package care.iop.progress.review;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.instrument.InstrumentDefinition;
import care.iop.chassis.instrument.InstrumentDefinition.HigherIs;
import care.iop.chassis.instrument.Instruments;
import care.iop.progress.change.ChangeCriteria;
import care.iop.progress.change.ChangeCriterion;
import care.iop.progress.episode.EpisodeFacts;
import care.iop.progress.plan.GoalStandings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Gathers what is known of one episode from the rollups, the check-ins of two weeks, the newest results and the plan. */
@ApplicationScoped
class ReadFacts {

    private static final int DAYS = 14;
    private static final int WEEKS = 4;
    private static final int BASELINE_DAYS = 7;
    private static final int MOST_MISSED = 20;

    private static final String SESSIONS = """
            select coalesce(sum(scheduled_units - program_cancelled_units), 0) as counted,
                   coalesce(sum(attended_units), 0) as attended, coalesce(sum(unmarked_units), 0) as unmarked,
                   coalesce(sum(planned_minutes), 0) as planned, coalesce(sum(delivered_minutes), 0) as delivered
              from weekly_attendance
             where organization_id = :organization and admission_id = :admission
               and week_starts_on >= :from and week_starts_on < :until
            """;

    private static final String MISSED = """
            select status from attendance_unit
             where organization_id = :organization and admission_id = :admission and session_on <= :today
               and status in ('ATTENDED', 'LATE', 'PARTIAL', 'NO_SHOW')
             order by session_on desc, id desc limit :most
            """;

    private static final String CHECK_INS = """
            select count(distinct for_on) as reported, count(distinct for_on) filter (where substance_use) as used,
                   coalesce(sum(craving), 0) as craving, count(craving) as cravings
              from check_in
             where organization_id = :organization and patient_id = :patient and for_on > :from and for_on <= :today
            """;

    private static final String RESULTS = """
            select distinct on (instrument) instrument, total, cast(subscales ->> 'RISK' as integer) as risk, cast(id as text) as id
              from assessment_result
             where organization_id = :organization and admission_id = :admission and complete and replaced_by is null
               and voided_at is null %s
             order by instrument, taken_at %s, id %s
            """;

    private static final String BASELINES = RESULTS.formatted("and taken_at < :before", "", "");
    private static final String LATEST = RESULTS.formatted("", "desc", "desc");

    private static final String ALERTS =
            "select high + critical as open from open_alerts where organization_id = :organization and patient_id = :patient";

    private final EntityManager entities;
    private final Caller caller;
    private final Instruments instruments;
    private final ChangeCriteria criteria;
    private final GoalStandings goals;

    ReadFacts(
            EntityManager entities,
            Caller caller,
            Instruments instruments,
            ChangeCriteria criteria,
            GoalStandings goals) {
        this.entities = entities;
        this.caller = caller;
        this.instruments = instruments;
        this.criteria = criteria;
        this.goals = goals;
    }

    /** The facts on a day of the program's time zone. */
    ReviewFacts of(EpisodeFacts episode, LocalDate today) {
        var thisWeek = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new ReviewFacts(
                Math.toIntExact(ChronoUnit.DAYS.between(episode.levelSince(), today)),
                sessions(episode.admissionId(), thisWeek.minusWeeks(WEEKS), thisWeek),
                sessions(episode.admissionId(), thisWeek.minusWeeks(2), thisWeek),
                episode.prescribedMinutesPerWeek(),
                missedInARow(episode.admissionId(), today),
                checkIns(episode.patientId(), today),
                scores(episode),
                goals.of(episode.admissionId(), today).orElse(null),
                openAlerts(episode.patientId()));
    }

    private ReviewFacts.Sessions sessions(UUID admissionId, LocalDate from, LocalDate until) {
        var row = query(SESSIONS, "counted", "attended", "unmarked", "planned", "delivered")
                .setParameter("admission", admissionId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult();
        return new ReviewFacts.Sessions(
                number(row, "counted"),
                number(row, "attended"),
                number(row, "unmarked"),
                number(row, "planned"),
                number(row, "delivered"));
    }

    private int missedInARow(UUID admissionId, LocalDate today) {
        var newest = entities.unwrap(Session.class)
                .createNativeQuery(MISSED, Tuple.class)
                .addScalar("status", String.class)
                .setParameter("organization", caller.organization())
                .setParameter("admission", admissionId)
                .setParameter("today", today)
                .setParameter("most", MOST_MISSED)
                .getResultList();
        return (int) newest.stream()
                .takeWhile(row -> row.get("status", String.class).equals("NO_SHOW"))
                .count();
    }

    private ReviewFacts.CheckIns checkIns(UUID patientId, LocalDate today) {
        var row = query(CHECK_INS, "reported", "used", "craving", "cravings")
                .setParameter("patient", patientId)
                .setParameter("from", today.minusDays(DAYS))
                .setParameter("today", today)
                .getSingleResult();
        int cravings = number(row, "cravings");
        return new ReviewFacts.CheckIns(
                number(row, "reported"),
                number(row, "used"),
                cravings == 0
                        ? null
                        : BigDecimal.valueOf(number(row, "craving"))
                                .divide(BigDecimal.valueOf(cravings), 2, RoundingMode.HALF_UP));
    }

    /** Instruments whose newest complete result is another than the baseline: the first one up to 7 days after the admission. */
    private List<ReviewFacts.Score> scores(EpisodeFacts episode) {
        var baselines = new HashMap<String, Tuple>();
        results(BASELINES)
                .setParameter("admission", episode.admissionId())
                .setParameter(
                        "before",
                        episode.admittedOn()
                                .plusDays(BASELINE_DAYS + 1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                .getResultList()
                .forEach(row -> baselines.put(row.get("instrument", String.class), row));
        var scores = new ArrayList<ReviewFacts.Score>();
        for (var latest :
                results(LATEST).setParameter("admission", episode.admissionId()).getResultList()) {
            score(baselines, latest).ifPresent(scores::add);
        }
        return scores;
    }

    private Optional<ReviewFacts.Score> score(Map<String, Tuple> baselines, Tuple latest) {
        var code = latest.get("instrument", String.class);
        var baseline = baselines.get(code);
        if (baseline == null || baseline.get("id").equals(latest.get("id"))) {
            return Optional.empty();
        }
        return criteria.primaryOf(code)
                .flatMap(criterion -> instruments.find(code).flatMap(instrument -> {
                    var column = criterion.subscale() == null ? "total" : "risk";
                    var before = baseline.get(column, Integer.class);
                    var after = latest.get(column, Integer.class);
                    return before == null || after == null
                            ? Optional.empty()
                            : Optional.of(new ReviewFacts.Score(
                                    code,
                                    before,
                                    after,
                                    criterion.of(direction(instrument, criterion), before, after)));
                }));
    }

    private static HigherIs direction(InstrumentDefinition instrument, ChangeCriterion criterion) {
        var subscale = criterion.subscale();
        return subscale == null
                ? instrument.higherIs()
                : instrument
                        .subscale(subscale)
                        .map(InstrumentDefinition.Subscale::higherIs)
                        .orElseThrow(() -> new IllegalStateException("no subscale " + subscale));
    }

    private int openAlerts(UUID patientId) {
        return query(ALERTS, "open")
                .setParameter("patient", patientId)
                .getResultStream()
                .mapToInt(row -> number(row, "open"))
                .sum();
    }

    private NativeQuery<Tuple> results(String sql) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("instrument", String.class)
                .addScalar("total", Integer.class)
                .addScalar("risk", Integer.class)
                .addScalar("id", String.class)
                .setParameter("organization", caller.organization());
    }

    private NativeQuery<Tuple> query(String sql, String... numbers) {
        var query = entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
        for (var name : numbers) {
            query.addScalar(name, Integer.class);
        }
        return query.setParameter("organization", caller.organization());
    }

    private static int number(Tuple row, String name) {
        return row.get(name, Integer.class);
    }
}
