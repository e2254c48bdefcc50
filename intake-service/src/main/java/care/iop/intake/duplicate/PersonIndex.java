package care.iop.intake.duplicate;

import care.iop.chassis.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds the few records that are worth comparing with some among very many, by indexes alone: the same birth date or day and
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

    private static final String OWN = COLUMNS + " where p.organization_id = ? and p.id = any (?)";

    /**
     * Each branch is one index and stops early; {@code s} are the records that others are looked for. The swapped date is
     * none when there is no such day.
     */
    static final String NEAR = """
            with s as materialized (
                select *, case when extract(day from birth_date) <= 12 then make_date(extract(year from birth_date)::int,
                              extract(day from birth_date)::int, extract(month from birth_date)::int) end as swapped_date
                  from patient where organization_id = ? and id = any (?) and merged_into is null
            ), near as (
                select s.id as of, x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.birth_date = any (array[s.birth_date, s.swapped_date])
                      and p.merged_into is null
                      and (left(p.family_key, 1) in (left(s.family_key, 1), left(s.given_key, 1))
                        or left(p.given_key, 1) in (left(s.family_key, 1), left(s.given_key, 1)))
                    limit ?) x
                union
                select s.id, x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.family_key = s.family_key
                      and p.given_key = s.given_key and p.merged_into is null limit ?) x
                union
                select s.id, x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.family_key = s.given_key
                      and p.given_key = s.family_key and p.merged_into is null limit ?) x
                union
                select s.id, x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.phone_key = s.phone_key
                      and p.merged_into is null limit ?) x
                union
                select s.id, x.id from s, lateral (select p.id from patient p
                    where p.organization_id = s.organization_id and p.email_key = s.email_key
                      and p.merged_into is null limit ?) x
                union
                select s.id, x.patient_id from s
                    join patient_identifier own on own.organization_id = s.organization_id and own.patient_id = s.id,
                    lateral (select i.patient_id from patient_identifier i
                        where i.organization_id = own.organization_id and i.value_key = own.value_key
                          and i.value_key <> '' limit ?) x
            )
            """ + COLUMNS.replace("select p.id", "select near.of, p.id") + """
             join near on near.id = p.id and near.of <> p.id
            where p.organization_id = ? and p.merged_into is null
            """;

    private final DataSource database;
    private final Caller caller;

    PersonIndex(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** What these people are compared by; one that there is not is left out. */
    Map<UUID, PersonKeys> keysOf(Collection<UUID> patientIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OWN)) {
            select.setString(1, caller.organization());
            select.setArray(2, connection.createArrayOf("uuid", patientIds.toArray()));
            var found = new LinkedHashMap<UUID, PersonKeys>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var person = read(rows);
                    found.put(person.id(), person);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** For each of these people, those that they are worth comparing with. */
    Map<UUID, List<PersonKeys>> near(Collection<UUID> patientIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEAR)) {
            select.setString(1, caller.organization());
            select.setArray(2, connection.createArrayOf("uuid", patientIds.toArray()));
            for (int branch = 3; branch <= 8; branch++) {
                select.setInt(branch, MOST_PER_KEY);
            }
            select.setString(9, caller.organization());
            var found = new HashMap<UUID, List<PersonKeys>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject("of", UUID.class), id -> new ArrayList<>())
                            .add(read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
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
