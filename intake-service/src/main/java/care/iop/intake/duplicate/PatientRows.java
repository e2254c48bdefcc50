package care.iop.intake.duplicate;

import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Moves all rows of one patient to another, and back.
 *
 * <p>The order of locks is fixed: both patients, the smaller identifier first, then the tables by name. The patient's lock
 * waits for every transaction that is adding a row for the patient, and makes later ones wait, who are then refused by the
 * trigger {@code refuse_merged_patient}. Somebody who holds a row and waits for the patient would wait for ever: so this
 * gives way before the database has to choose.
 */
@ApplicationScoped
class PatientRows {

    /** Shorter than PostgreSQL's deadlock_timeout of a second, so that in a deadlock it is the merge that gives way. */
    private static final String WAIT_SHORTLY = "set local lock_timeout = '700ms'";

    private static final String WAIT_AS_USUAL = "set local lock_timeout to default";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final Caller caller;

    PatientRows(DataSource database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** Keeps both patients, and whoever wants to add something to them, until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public void lock(UUID one, UUID other) {
        inTransaction(connection -> {
            try (var select = connection.prepareStatement(
                    "select id from patient where organization_id = ? and id = any (?) order by id for update")) {
                select.setString(1, caller.organization());
                select.setArray(2, connection.createArrayOf("uuid", new UUID[] {one, other}));
                select.executeQuery().close();
            }
            return List.of();
        });
    }

    /** Whether both are in treatment or on leave now. */
    @Transactional(TxType.MANDATORY)
    public boolean bothHaveOpenStay(UUID one, UUID other) {
        return inTransaction(connection -> {
                            try (var select = connection.prepareStatement("""
                            select distinct patient_id from admission
                             where organization_id = ? and patient_id = any (?) and discharged_on is null
                            """)) {
                                select.setString(1, caller.organization());
                                select.setArray(2, connection.createArrayOf("uuid", new UUID[] {one, other}));
                                return uuids(select);
                            }
                        })
                        .size()
                == 2;
    }

    /**
     * Moves the rows and notes their keys. What the survivor has already, word for word by a unique key, stays where it is.
     *
     * @throws ProblemException MERGE_NOT_SAFE when the two have something open that one person can have once only
     */
    @Transactional(TxType.MANDATORY)
    public void move(UUID mergeId, UUID from, UUID to) {
        inTransaction(connection -> {
            for (var table : PatientTables.moved(connection)) {
                var alreadyThere = alreadyThere(connection, table);
                try (var update = connection.prepareStatement("with moved as (update " + table.name()
                        + " t set patient_id = ?" + nextVersion(table)
                        + " where t.organization_id = ? and t.patient_id = ?" + alreadyThere
                        + " returning " + table.keyAsJson() + " as row_key, " + version(table) + " as row_version)"
                        + " insert into patient_merge_row (organization_id, merge_id, table_name, row_key, row_version)"
                        + " select ?, ?, ?, row_key, row_version from moved")) {
                    update.setObject(1, to);
                    update.setString(2, caller.organization());
                    update.setObject(3, from);
                    int next = 4;
                    for (int i = 0; i < places(alreadyThere); i++) {
                        update.setObject(next++, to);
                    }
                    update.setString(next++, caller.organization());
                    update.setObject(next++, mergeId);
                    update.setString(next, table.name());
                    update.executeUpdate();
                } catch (SQLException e) {
                    if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                        throw new ProblemException(
                                IntakeProblem.MERGE_NOT_SAFE,
                                "Both patients have a record in " + table.name()
                                        + " that one person can have once only. End or correct one of them first.");
                    }
                    throw e;
                }
            }
            return List.of();
        });
    }

    /** Conditions that leave out rows which would break a unique key, other than one of what is open now. */
    private static String alreadyThere(Connection connection, PatientTables.Table table) throws SQLException {
        var conditions = new StringBuilder();
        try (var select = connection.prepareStatement("""
                select array_agg(quote_ident(a.attname)) from pg_constraint k
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                 where k.conrelid = ?::regclass and k.contype = 'u'
                 group by k.oid having bool_or(a.attname = 'patient_id')
                """)) {
            select.setString(1, table.name());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    conditions
                            .append(" and not exists (select from ")
                            .append(table.name())
                            .append(" o where o.patient_id = ?");
                    for (var column : (String[]) rows.getArray(1).getArray()) {
                        if (!column.equals("patient_id")) {
                            conditions
                                    .append(" and o.")
                                    .append(column)
                                    .append(" = t.")
                                    .append(column);
                        }
                    }
                    conditions.append(')');
                }
            }
        }
        return conditions.toString();
    }

    private static long places(String conditions) {
        return conditions.chars().filter(c -> c == '?').count();
    }

    private static String nextVersion(PatientTables.Table table) {
        return table.versioned() ? ", version = t.version + 1" : "";
    }

    private static String version(PatientTables.Table table) {
        return table.versioned() ? "t.version" : "null::bigint";
    }

    /**
     * Moves exactly the rows back that the merge moved.
     *
     * @throws ProblemException MERGE_UNDO_NOT_SAFE, with each record that was removed, went elsewhere or was changed since the
     *     merge, or that was added since and belongs to one that would go back
     */
    @Transactional(TxType.MANDATORY)
    public void moveBack(UUID mergeId, UUID from, UUID to) {
        inTransaction(connection -> {
            var faults = new ArrayList<FieldProblem>();
            var tables = PatientTables.moved(connection);
            for (var table : tables) {
                addChanged(connection, faults, table, mergeId, from);
            }
            refuseIfAny(faults);
            for (var table : tables) {
                try (var update = connection.prepareStatement("update " + table.name() + " t set patient_id = ?"
                        + nextVersion(table)
                        + " from patient_merge_row r where r.organization_id = ? and r.merge_id = ? and r.table_name = ?"
                        + " and t.organization_id = r.organization_id and " + table.keyMatches())) {
                    update.setObject(1, to);
                    setMove(update, 2, mergeId, table);
                    update.executeUpdate();
                }
            }
            for (var reference : PatientTables.references(connection)) {
                addTorn(connection, faults, reference, from, to);
            }
            refuseIfAny(faults);
            return List.of();
        });
    }

    private void addChanged(
            Connection connection, List<FieldProblem> faults, PatientTables.Table table, UUID mergeId, UUID holder)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "select " + "r.row_key #>> '{" + table.key().get(0)
                        + "}' as record, t.patient_id, "
                        + (table.versioned() ? "t.version = r.row_version" : "true") + " as unchanged"
                        + " from patient_merge_row r left join " + table.name()
                        + " t on t.organization_id = r.organization_id and " + table.keyMatches()
                        + " where r.organization_id = ? and r.merge_id = ? and r.table_name = ? order by 1")) {
            setMove(select, 1, mergeId, table);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var pointer = "/" + table.name() + "/" + rows.getString("record");
                    var owner = rows.getObject("patient_id", UUID.class);
                    if (owner == null) {
                        faults.add(new FieldProblem(pointer, "was removed since the merge"));
                    } else if (!owner.equals(holder)) {
                        faults.add(new FieldProblem(pointer, "went to another patient since the merge"));
                    } else if (!rows.getBoolean("unchanged")) {
                        faults.add(new FieldProblem(pointer, "was changed since the merge"));
                    }
                }
            }
        }
    }

    private void setMove(PreparedStatement statement, int first, UUID mergeId, PatientTables.Table table)
            throws SQLException {
        statement.setString(first, caller.organization());
        statement.setObject(first + 1, mergeId);
        statement.setString(first + 2, table.name());
    }

    /** Counts what would refer from one of the two patients to a record of the other. */
    private void addTorn(
            Connection connection, List<FieldProblem> faults, PatientTables.Reference reference, UUID one, UUID other)
            throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from " + reference.table() + " t join "
                + reference.referred() + " u on " + reference.condition()
                + " where t.organization_id = ? and t.patient_id = any (?) and u.patient_id = any (?)"
                + " and t.patient_id <> u.patient_id")) {
            var both = connection.createArrayOf("uuid", new UUID[] {one, other});
            select.setString(1, caller.organization());
            select.setArray(2, both);
            select.setArray(3, both);
            try (var count = select.executeQuery()) {
                count.next();
                if (count.getLong(1) > 0) {
                    faults.add(new FieldProblem(
                            "/" + reference.table(),
                            count.getLong(1) + " added since the merge to a " + reference.referred()
                                    + " that would go back"));
                }
            }
        }
    }

    private static void refuseIfAny(List<FieldProblem> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    IntakeProblem.MERGE_UNDO_NOT_SAFE,
                    "Work went on since the merge, and going back would tear it apart. Sort out by hand what belongs to whom.",
                    faults);
        }
    }

    /** How many rows of each table a merge moved. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Long> moved(UUID mergeId) {
        var counts = new TreeMap<String, Long>();
        inTransaction(connection -> {
            try (var select = connection.prepareStatement("""
                    select table_name, count(*) from patient_merge_row
                     where organization_id = ? and merge_id = ? group by table_name
                    """)) {
                select.setString(1, caller.organization());
                select.setObject(2, mergeId);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        counts.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return List.of();
        });
        return counts;
    }

    /** The admissions that a merge moved. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> movedAdmissions(UUID mergeId) {
        return inTransaction(connection -> {
            try (var select = connection.prepareStatement("""
                    select (row_key ->> 'id')::uuid from patient_merge_row
                     where organization_id = ? and merge_id = ? and table_name = 'admission' order by 1
                    """)) {
                select.setString(1, caller.organization());
                select.setObject(2, mergeId);
                return uuids(select);
            }
        });
    }

    private static List<UUID> uuids(PreparedStatement select) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    private List<UUID> inTransaction(Work work) {
        try (var connection = database.getConnection();
                var settings = connection.createStatement()) {
            settings.execute(WAIT_SHORTLY);
            var found = work.on(connection);
            settings.execute(WAIT_AS_USUAL);
            return found;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new ProblemException(
                        CommonProblem.CONFLICT,
                        "Somebody is working on one of the two patients at this moment. Read both again and repeat.");
            }
            throw new DatabaseFailedException(e);
        }
    }

    /** What is done on the connection of the transaction. */
    private interface Work {
        List<UUID> on(Connection connection) throws SQLException;
    }
}
