package care.iop.progress.metrics;

import care.iop.progress.Database;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** Episodes of one organization, put into the tables as the events would have. */
public final class People {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Database database;
    private final String organization;

    public People(Database database, String organization) {
        this.database = database;
        this.organization = organization;
    }

    /** One person's episode. */
    public record Person(UUID admission, UUID patient, LocalDate admittedOn) {}

    public Person admit(LocalDate admittedOn) {
        return admit(admittedOn, UUID.randomUUID(), "2.1", "COURT");
    }

    public Person admit(LocalDate admittedOn, UUID program, String level, String source) {
        var person = new Person(UUID.randomUUID(), UUID.randomUUID(), admittedOn);
        database.change(
                "insert into episode (organization_id, id, source_version, patient_id, program_id, level_of_care,"
                        + " admitted_level, admitted_on, prescribed_minutes_per_week, referral_source)"
                        + " values (?, ?, 1, ?, ?, ?, ?, ?, 900, ?)",
                organization,
                person.admission(),
                person.patient(),
                program,
                level,
                level,
                admittedOn,
                source);
        return person;
    }

    public void payer(Person person, String category) {
        database.change("update episode set payer_category = ? where id = ?", category, person.admission());
    }

    /** A booked session of somebody who was on this track then; null when scheduling did not tell it. */
    public void session(Person person, LocalDate day, String status, String track) {
        session(person, day, status);
        database.change(
                "update attendance_unit set track = ? where admission_id = ? and session_on = ? and status = ?",
                track,
                person.admission(),
                day,
                status);
    }

    /** A booked session of a kind; null where it was not kept. */
    public void seat(Person person, LocalDate day, String status, String kind) {
        session(person, day, status);
        database.change(
                "update attendance_unit set kind = ? where admission_id = ? and session_on = ? and status = ? and kind is null",
                kind,
                person.admission(),
                day,
                status);
    }

    /** A publication of a program's week; seats are null from before they were told. */
    public void publication(
            UUID program, LocalDate monday, String publishedAt, Integer sessions, Integer seats, boolean rolledBack) {
        database.change(
                "insert into roster_publication (organization_id, id, program_id, week_starts_on, published_at, group_sessions,"
                        + " group_seats, rolled_back) values (?, gen_random_uuid(), ?, ?, cast(? as timestamptz),"
                        + " cast(? as integer), cast(? as integer), ?)",
                organization,
                program,
                monday,
                publishedAt,
                sessions,
                seats,
                rolledBack);
    }

    public void firstContact(Person person, LocalDate day) {
        database.change("update episode set first_contact_on = ? where id = ?", day, person.admission());
    }

    /** Discharges with the last contact on the same day. */
    public void discharge(Person person, LocalDate day, int tedsReason) {
        database.change(
                "update episode set ended_on = ?, last_contact_on = ?, teds_reason = ? where id = ?",
                day,
                day,
                tedsReason,
                person.admission());
    }

    public void session(Person person, LocalDate day, String status) {
        database.texts("select cast(open_month('attendance_unit', ?) as text)", day);
        database.change(
                "insert into attendance_unit (organization_id, id, source_version, admission_id, session_on, status,"
                        + " planned_minutes, delivered_minutes) values (?, gen_random_uuid(), 1, ?, ?, ?, 180, 180)",
                organization,
                person.admission(),
                day,
                status);
    }

    public void week(
            Person person,
            LocalDate monday,
            int scheduled,
            int canceled,
            int attended,
            int unmarked,
            int planned,
            int delivered) {
        database.change(
                "insert into weekly_attendance (organization_id, admission_id, week_starts_on, scheduled_units,"
                        + " program_cancelled_units, attended_units, unmarked_units, planned_minutes, delivered_minutes)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                organization,
                person.admission(),
                monday,
                scheduled,
                canceled,
                attended,
                unmarked,
                planned,
                delivered);
    }

    /** Homework that is due on a day, and done at noon of another. */
    public void homework(Person person, LocalDate dueOn, LocalDate doneOn, boolean withdrawn) {
        OffsetDateTime done =
                doneOn == null ? null : doneOn.atTime(12, 0).atZone(ZONE).toOffsetDateTime();
        database.change(
                "insert into homework (organization_id, id, version, patient_id, admission_id, kind, task, due_on,"
                        + " assigned_by, assigned_at, done_at, withdrawn_at, withdrawn_by)"
                        + " values (?, gen_random_uuid(), 1, ?, ?, 'WORKSHEET', 'Pages 3 to 5', ?, 'clinician', now(),"
                        + " cast(? as timestamptz), "
                        + (withdrawn ? "now(), 'clinician')" : "null, null)"),
                organization,
                person.patient(),
                person.admission(),
                dueOn,
                done);
    }

    public void meeting(Person person, LocalDate heldOn, boolean planned, String status) {
        database.change(
                "insert into support_meeting (organization_id, id, version, patient_id, held_on, fellowship, online,"
                        + " planned, status, recorded_at, changed_at)"
                        + " values (?, gen_random_uuid(), 1, ?, ?, 'AA', false, ?, ?, now(), now())",
                organization,
                person.patient(),
                heldOn,
                planned,
                status);
    }

    /** A complete result at noon. */
    public void total(Person person, String instrument, LocalDate day, int total) {
        result(person, instrument, day, total, "{}");
    }

    /** A 30-day BAM with its answers about alcohol and drugs, 0 to 4. */
    public void bam(Person person, LocalDate day, int alcohol, int drugs) {
        result(person, "BAM-30", day, null, "{\"4\": %d, \"6\": %d}".formatted(alcohol, drugs));
    }

    /** A drug test at noon with one analyte. */
    public void drugTest(Person person, LocalDate day, String specimen, String kind, String analyte, String outcome) {
        drugTest(person, day, specimen, kind, analyte, outcome, false);
    }

    public void drugTest(
            Person person,
            LocalDate day,
            String specimen,
            String kind,
            String analyte,
            String outcome,
            boolean prescribed) {
        OffsetDateTime noon = day.atTime(12, 0).atZone(ZONE).toOffsetDateTime();
        database.change(
                "insert into drug_test (organization_id, id, version, patient_id, admission_id, collected_at, specimen, kind,"
                        + " findings, recorded_by, recorded_at)"
                        + " values (?, gen_random_uuid(), 1, ?, ?, ?, ?, ?, cast(? as jsonb), 'clinician', now())",
                organization,
                person.patient(),
                person.admission(),
                noon,
                specimen,
                kind,
                "[{\"analyte\": \"%s\", \"outcome\": \"%s\", \"prescribed\": %s}]"
                        .formatted(analyte, outcome, prescribed));
    }

    /** Takes back the drug tests of a person, which were entered in error. */
    public void voidDrugTests(Person person) {
        database.change(
                "update drug_test set voided_at = now(), voided_by = 'clinician', void_reason = 'OTHER' where patient_id = ?",
                person.patient());
    }

    /** Takes back the results of a day, which were entered in error. */
    public void voidResults(Person person, LocalDate day) {
        database.change(
                "update assessment_result set voided_at = now(), voided_by = 'clinician', void_reason = 'OTHER'"
                        + " where patient_id = ? and cast(taken_at at time zone ? as date) = ?",
                person.patient(),
                ZONE.getId(),
                day);
    }

    private void result(Person person, String instrument, LocalDate day, Integer total, String answers) {
        OffsetDateTime noon = day.atTime(12, 0).atZone(ZONE).toOffsetDateTime();
        database.change(
                "insert into assessment_result (organization_id, id, version, patient_id, admission_id, instrument,"
                        + " scorer_version, answers, total, band, complete, prorated, taken_at, recorded_at, changed_at)"
                        + " values (?, gen_random_uuid(), 1, ?, ?, ?, '1', cast(? as jsonb), cast(? as integer), null, true, false, ?, ?, now())",
                organization,
                person.patient(),
                person.admission(),
                instrument,
                answers,
                total,
                noon,
                noon);
    }
}
