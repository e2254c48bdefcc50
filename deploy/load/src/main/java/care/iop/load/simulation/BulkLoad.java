package care.iop.load.simulation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts a simulated year into progress' migrated database by COPY, past the service: no alerts, no audit, no events. The rollups are
 * counted from the facts at the end. The organization must be empty before.
 */
public final class BulkLoad {

    private static final String CHECK_IN_COLUMNS =
            "organization_id, id, version, patient_id, recorded_as, for_on, mood, craving, substance_use, sleep_half_hours,"
                    + " note_shared, recorded_at, changed_at, substances";
    private static final String UNIT_COLUMNS =
            "organization_id, id, source_version, admission_id, session_on, status, planned_minutes, delivered_minutes";
    private static final String RESULT_COLUMNS =
            "organization_id, id, version, patient_id, recorded_as, admission_id, instrument, scorer_version, answers, total,"
                    + " band, complete, prorated, taken_at, recorded_at, changed_at";

    private static final List<String> ROLLUPS = List.of("""
            insert into weekly_attendance (organization_id, admission_id, week_starts_on, scheduled_units, program_cancelled_units,
                                           attended_units, unmarked_units, planned_minutes, delivered_minutes)
            select organization_id, admission_id, week_starts_on, scheduled_units, program_cancelled_units, attended_units,
                   unmarked_units, planned_minutes, delivered_minutes
              from attendance_by_week where organization_id = '%s'""", """
            insert into weekly_check_ins (organization_id, admission_id, week_starts_on, reported_days, use_days, mood_sum,
                                          craving_sum, sleep_half_hours_sum)
            select organization_id, admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum,
                   sleep_half_hours_sum
              from check_ins_by_week where organization_id = '%s'""", """
            insert into program_week_change (organization_id, program_id, week_starts_on, admitted, ended, people_reporting,
                        people_using, reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum, scheduled_units,
                        program_cancelled_units, attended_units, unmarked_units, planned_minutes, delivered_minutes)
            select organization_id, program_id, week_starts_on, sum(admitted), sum(ended), sum(people_reporting),
                   sum(people_using), sum(reported_days), sum(use_days), sum(mood_sum), sum(craving_sum),
                   sum(sleep_half_hours_sum), sum(scheduled_units), sum(program_cancelled_units), sum(attended_units),
                   sum(unmarked_units), sum(planned_minutes), sum(delivered_minutes)
              from program_week_share where organization_id = '%s'
             group by organization_id, program_id, week_starts_on""");

    private final MonthlyCopies.Connections connections;
    private final String organization;
    private final LocalDate until;

    /**
     * Loads into this organization.
     *
     * @param until the last day of which reports are loaded; later ones are left for whoever sends them
     */
    public BulkLoad(MonthlyCopies.Connections connections, String organization, LocalDate until) {
        this.connections = connections;
        this.organization = organization;
        this.until = until;
    }

    /** How many rows were loaded. */
    public record Loaded(int episodes, long checkIns, long units, long results) {}

    /** Loads the year; refused when the organization has episodes. */
    public Loaded load(Simulation simulation, Calibration calibration) throws SQLException {
        refuseUnlessEmpty();
        var loaded = copy(simulation, calibration);
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            statement.execute("analyze");
            for (var rollup : ROLLUPS) {
                statement.execute(rollup.formatted(organization));
            }
            statement.execute("vacuum analyze");
        }
        return loaded;
    }

    private void refuseUnlessEmpty() throws SQLException {
        if (!organization.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("an organization is written in small letters, digits and hyphens");
        }
        try (var connection = connections.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select exists(select 1 from episode where organization_id = '" + organization + "')")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new IllegalArgumentException(
                        organization + " has episodes. Name another --organization, or an empty database.");
            }
        }
    }

    private Loaded copy(Simulation simulation, Calibration calibration) throws SQLException {
        try (var checkIns = new MonthlyCopies(connections, "check_in", CHECK_IN_COLUMNS);
                var units = new MonthlyCopies(connections, "attendance_unit", UNIT_COLUMNS);
                var unitDays =
                        new CopyStream(connections.open(), "attendance_unit_day", "organization_id, id, session_on");
                var results = new CopyStream(connections.open(), "assessment_result", RESULT_COLUMNS);
                var latestScores = new CopyStream(
                        connections.open(),
                        "latest_score",
                        "organization_id, patient_id, assessment_id, instrument, total, band, taken_at");
                var latestCheckIns = new CopyStream(
                        connections.open(), "latest_check_in", "organization_id, patient_id, for_on, mood, craving");
                var episodes = new CopyStream(
                        connections.open(),
                        "episode",
                        "organization_id, id, source_version, patient_id, program_id, level_of_care, admitted_on,"
                                + " prescribed_minutes_per_week, ended_on, teds_reason")) {
            for (int number = 0; number < simulation.year().episodes(); number++) {
                var person = simulation.person(number);
                calibration.add(person);
                episodes.row(
                        organization,
                        person.admissionId(),
                        person.endedOn() == null ? 1 : 2,
                        person.patientId(),
                        person.programId(),
                        "2.1",
                        person.admittedOn(),
                        person.prescribedMinutesPerWeek(),
                        person.endedOn(),
                        person.endedOn() == null ? null : person.disposition().tedsReason());
                checkIns(person, checkIns, latestCheckIns);
                units(person, units, unitDays);
                results(person, results, latestScores);
            }
            episodes.finish();
            unitDays.finish();
            latestScores.finish();
            latestCheckIns.finish();
            return new Loaded(simulation.year().episodes(), checkIns.finish(), units.finish(), results.finish());
        }
    }

    private void checkIns(Person person, MonthlyCopies checkIns, CopyStream latest) throws SQLException {
        Person.Day newest = null;
        for (var day : person.days()) {
            if (day.reported() && !day.on().isAfter(until)) {
                newest = day;
                var at = evening(day.on());
                checkIns.of(day.on())
                        .row(
                                organization,
                                day.checkInId(),
                                1,
                                person.patientId(),
                                person.patientId(),
                                day.on(),
                                day.mood(),
                                day.craving(),
                                day.used(),
                                day.sleepHalfHours(),
                                false,
                                at,
                                at,
                                "[]");
            }
        }
        if (newest != null) {
            latest.row(organization, person.patientId(), newest.on(), newest.mood(), newest.craving());
        }
    }

    private void units(Person person, MonthlyCopies units, CopyStream days) throws SQLException {
        for (var session : person.sessions()) {
            days.row(organization, session.id(), session.on());
            units.of(session.on())
                    .row(
                            organization,
                            session.id(),
                            2,
                            person.admissionId(),
                            session.on(),
                            session.code(),
                            session.plannedMinutes(),
                            session.deliveredMinutes());
        }
    }

    private void results(Person person, CopyStream results, CopyStream latest) throws SQLException {
        Person.Score newest = null;
        for (var score : person.scores()) {
            newest = score;
            var at = evening(score.on());
            results.row(
                    organization,
                    score.id(),
                    1,
                    person.patientId(),
                    person.patientId(),
                    person.admissionId(),
                    "PHQ-9",
                    "phq-9/1",
                    IntStream.range(0, 9)
                            .mapToObj(item ->
                                    "\"" + (item + 1) + "\": " + score.answers().get(item))
                            .collect(Collectors.joining(", ", "{", "}")),
                    score.total(),
                    band(score.total()),
                    true,
                    false,
                    at,
                    at,
                    at);
        }
        if (newest != null) {
            latest(person.patientId(), newest, latest);
        }
    }

    private void latest(UUID patient, Person.Score newest, CopyStream latest) throws SQLException {
        latest.row(
                organization,
                patient,
                newest.id(),
                "PHQ-9",
                newest.total(),
                band(newest.total()),
                evening(newest.on()));
    }

    private static String evening(LocalDate day) {
        return day + "T23:00:00Z";
    }

    private static String band(int total) {
        if (total < 5) {
            return "minimal";
        }
        if (total < 10) {
            return "mild";
        }
        if (total < 15) {
            return "moderate";
        }
        return total < 20 ? "moderately-severe" : "severe";
    }
}
