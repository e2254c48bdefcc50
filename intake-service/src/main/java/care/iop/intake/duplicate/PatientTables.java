package care.iop.intake.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables hold a patient's rows, as the database's own catalogue says: a new table is found without being listed. */
final class PatientTables {

    /** Append-only: what was disclosed under an identifier stays under it, and is found by way of the merge. */
    static final Set<String> NEVER_MOVED = Set.of("disclosure");

    private static final String HOLDING_PATIENTS = """
            select c.conrelid::regclass::text as name,
                   exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'version'
                              and not a.attisdropped) as versioned,
                   (select array_agg(quote_ident(a.attname) order by a.attnum)
                      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                     where k.conrelid = c.conrelid and k.contype = 'p' and a.attname <> 'organization_id') as key,
                   (select array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum)
                      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                     where k.conrelid = c.conrelid and k.contype = 'p' and a.attname <> 'organization_id') as key_types
              from pg_constraint c
              join pg_attribute p on p.attrelid = c.conrelid and p.attname = 'patient_id' and p.attnum = any (c.conkey)
             where c.contype = 'f' and c.confrelid = 'patient'::regclass
             order by name
            """;

    /** Of each foreign key between two of them the columns that have to be equal. */
    private static final String REFERRING_TO_EACH_OTHER = """
            select c.conrelid::regclass::text as name, c.confrelid::regclass::text as referred,
                   (select string_agg('t.' || quote_ident(a.attname) || ' = u.' || quote_ident(b.attname), ' and ')
                      from unnest(c.conkey, c.confkey) as pair (mine, theirs)
                      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.mine
                      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = pair.theirs) as condition
              from pg_constraint c
             where c.contype = 'f' and c.confrelid <> 'patient'::regclass
               and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'patient_id')
               and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'patient_id')
             order by name, referred
            """;

    private PatientTables() {}

    /** The tables whose rows a merge moves, always in the same order, so that two merges can't wait for each other. */
    static List<Table> moved(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var select = connection.prepareStatement(HOLDING_PATIENTS);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var name = rows.getString("name");
                if (!NEVER_MOVED.contains(name)) {
                    tables.add(new Table(
                            name,
                            rows.getBoolean("versioned"),
                            List.of((String[]) rows.getArray("key").getArray()),
                            List.of((String[]) rows.getArray("key_types").getArray())));
                }
            }
        }
        return tables;
    }

    /** The references from one of the tables to another, which must not lead from one patient to another. */
    static List<Reference> references(Connection connection) throws SQLException {
        var references = new ArrayList<Reference>();
        try (var select = connection.prepareStatement(REFERRING_TO_EACH_OTHER);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                references.add(
                        new Reference(rows.getString("name"), rows.getString("referred"), rows.getString("condition")));
            }
        }
        return references;
    }

    /**
     * A table with a foreign key to patient.
     *
     * @param name as SQL writes it
     * @param versioned whether its rows have a version that grows with each change
     * @param key the columns of the primary key beside the organization, as SQL writes them
     */
    record Table(String name, boolean versioned, List<String> key, List<String> keyTypes) {

        /** The key of row {@code t} as a JSON object. */
        String keyAsJson() {
            return key.stream()
                    .map(column -> "'" + column + "', t." + column)
                    .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
        }

        /** That row {@code t} is the one with the JSON key of {@code r}. */
        String keyMatches() {
            var conditions = new ArrayList<String>();
            for (int i = 0; i < key.size(); i++) {
                conditions.add("t." + key.get(i) + " = (r.row_key ->> '" + key.get(i) + "')::" + keyTypes.get(i));
            }
            return String.join(" and ", conditions);
        }
    }

    /** A foreign key from row {@code t} of a table to row {@code u} of another. */
    record Reference(String table, String referred, String condition) {}
}
