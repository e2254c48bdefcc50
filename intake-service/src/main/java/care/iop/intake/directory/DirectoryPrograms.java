package care.iop.intake.directory;

import care.iop.chassis.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The programs in the directory of the caller's organization. */
@ApplicationScoped
class DirectoryPrograms implements PanacheRepositoryBase<DirectoryProgram, UUID> {

    /** A program with the square of the straight line to it on the unit sphere; 0 in a search without a place. */
    record Found(DirectoryProgram program, double squaredChord) {}

    private static final String SQUARED_CHORD =
            "((p.x - :x) * (p.x - :x) + (p.y - :y) * (p.y - :y) + (p.z - :z) * (p.z - :z))";

    private final EntityManager entities;

    DirectoryPrograms(EntityManager entities) {
        this.entities = entities;
    }

    DirectoryProgram require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("program"));
    }

    /** Those of the list's rows that are here already, by the name that the list gives them. */
    Map<String, DirectoryProgram> named(Collection<String> externalIds) {
        var found = new HashMap<String, DirectoryProgram>();
        find("externalId in ?1", externalIds).list().forEach(program -> found.put(program.externalId(), program));
        return found;
    }

    /** The next rows, the nearest first. A box around the place, which an index answers, comes before the exact distance. */
    List<Found> search(ProgramSearch search, @Nullable DistanceCursor after, int rows) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        where.add("p.listed");
        var distance = "0.0d";
        if (search.place() != null) {
            distance = SQUARED_CHORD;
            around(search.place(), GeoPoint.chord(search.withinMiles()), where, values);
        }
        contains("levels", search.level(), where, values);
        contains("tracks", search.track(), where, values);
        contains("languages", search.language(), where, values);
        contains("payers", search.payer(), where, values);
        contains("specialGroups", search.specialGroup(), where, values);
        contains("medications", search.medication(), where, values);
        contains("accreditations", search.accreditation(), where, values);
        is("telehealth", search.telehealth(), where, values);
        is("slidingFee", search.slidingFee(), where, values);
        if (after != null) {
            values.put("id", after.id());
            if (search.place() == null) {
                where.add("p.id > :id");
            } else {
                where.add("(" + distance + " > :after or " + distance + " = :after and p.id > :id)");
                values.put("after", after.squaredChord());
            }
        }
        var query = entities.createQuery(
                "select p, " + distance + " from DirectoryProgram p where " + String.join(" and ", where) + " order by "
                        + (search.place() == null ? "" : distance + ", ") + "p.id",
                Object[].class);
        values.forEach(query::setParameter);
        return query.setMaxResults(rows).getResultList().stream()
                .map(row -> new Found((DirectoryProgram) row[0], ((Number) row[1]).doubleValue()))
                .toList();
    }

    private static void around(GeoPoint place, double chord, List<String> where, Map<String, Object> values) {
        bound("x", place.x(), chord, where, values);
        bound("y", place.y(), chord, where, values);
        bound("z", place.z(), chord, where, values);
        where.add(SQUARED_CHORD + " <= :reach");
        values.put("reach", chord * chord);
    }

    private static void bound(
            String axis, double center, double reach, List<String> where, Map<String, Object> values) {
        where.add("p." + axis + " between :" + axis + "From and :" + axis + "To");
        values.put(axis, center);
        values.put(axis + "From", center - reach);
        values.put(axis + "To", center + reach);
    }

    private static void contains(String list, @Nullable String code, List<String> where, Map<String, Object> values) {
        if (code != null) {
            where.add("array_contains(p." + list + ", :" + list + ")");
            values.put(list, code);
        }
    }

    private static void is(String field, @Nullable Boolean wanted, List<String> where, Map<String, Object> values) {
        if (wanted != null) {
            where.add("p." + field + " = :" + field);
            values.put(field, wanted);
        }
    }
}
