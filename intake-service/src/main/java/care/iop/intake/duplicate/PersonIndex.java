package care.iop.intake.duplicate;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds the few records that are worth comparing with one among very many, by indexes alone: the same birth date or day and
 * month swapped with an initial in common; the same names, swapped or not; the same phone, e-mail or identifier value.
 */
@ApplicationScoped
class PersonIndex {

    /** More people than this under one index key tell nothing apart. */
    static final int MOST_PER_KEY = 200;

    private static final String COLUMNS = """
            select p.id, p.birth_date, p.family_key, p.given_key, p.phone_key, p.email_key,
                   array(select i.system || ' ' || i.value_key from patient_identifier i
                          where i.organization_id = p.organization_id and i.patient_id = p.id) as identifiers
              from patient p
            """;

    private static final String OWN = COLUMNS + " where p.organization_id = ? and p.id = ?";

    /** Each branch is one index and stops early; {@code s} is the record that others are looked for. */
    static final String NEAR = """
            with s as materialized (select * from patient where organization_id = ? and id = ?), near as (
                select x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.birth_date = any (?) and p.merged_into is null
                      and (left(p.family_key, 1) in (left(s.family_key, 1), left(s.given_key, 1))
                        or left(p.given_key, 1) in (left(s.family_key, 1), left(s.given_key, 1)))
                    limit ?) x
                union
                select x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.family_key = s.family_key
                      and p.given_key = s.given_key and p.merged_into is null limit ?) x
                union
                select x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.family_key = s.given_key
                      and p.given_key = s.family_key and p.merged_into is null limit ?) x
                union
                select x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.phone_key = s.phone_key
                      and p.merged_into is null limit ?) x
                union
                select x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.email_key = s.email_key
                      and p.merged_into is null limit ?) x
                union
                select x.patient_id from s
                    join patient_identifier own on own.organization_id = s.organization_id and own.patient_id = s.id,
                    lateral (select i.patient_id from patient_identifier i
                        where i.organization_id = own.organization_id and i.value_key = own.value_key
                          and i.value_key <> '' limit ?) x
            )
            """ + COLUMNS + """
             join near on near.id = p.id
            where p.organization_id = ? and p.id <> ? and p.merged_into is null
            """;

    private final DataSource database;
    private final Caller caller;

    PersonIndex(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** What the person is compared by. */
    PersonKeys keysOf(UUID patientId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OWN)) {
            select.setString(1, caller.organization());
            select.setObject(2, patientId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no patient " + patientId);
                }
                return read(row);
            }
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Those that the person is worth comparing with. */
    List<PersonKeys> near(PersonKeys person) {
        var birthDates = new ArrayList<LocalDate>(List.of(person.birthDate()));
        ComparePersons.swapped(person.birthDate()).ifPresent(birthDates::add);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEAR)) {
            select.setString(1, caller.organization());
            select.setObject(2, person.id());
            select.setArray(3, dates(connection, birthDates));
            for (int branch = 4; branch <= 9; branch++) {
                select.setInt(branch, MOST_PER_KEY);
            }
            select.setString(10, caller.organization());
            select.setObject(11, person.id());
            var found = new ArrayList<PersonKeys>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    private static Array dates(Connection connection, List<LocalDate> days) throws SQLException {
        return connection.createArrayOf(
                "date", days.stream().map(LocalDate::toString).toArray());
    }

    private static PersonKeys read(ResultSet row) throws SQLException {
        return new PersonKeys(
                row.getObject("id", UUID.class),
                row.getObject("birth_date", LocalDate.class),
                row.getString("family_key"),
                row.getString("given_key"),
                row.getString("phone_key"),
                row.getString("email_key"),
                new TreeSet<>(List.of((String[]) row.getArray("identifiers").getArray())));
    }
}
