package care.iop.progress.rebuild;

import care.iop.chassis.caller.Caller;
import care.iop.progress.rollup.PersonRollups;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;

/** Counts every sum of an organization anew, a page at a time, and mends the ones that differ. */
@ApplicationScoped
class MendSums {

    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int PAGE = 200;

    private static final String ADMISSIONS = """
            select distinct admission_id as id from (
                (select distinct admission_id from attendance_unit where organization_id = :organization and admission_id > :after
                  order by admission_id limit :page)
                union all
                (select distinct admission_id from weekly_attendance where organization_id = :organization and admission_id > :after
                  order by admission_id limit :page)) both_of_them
             order by admission_id limit :page
            """;

    private static final String PATIENTS = """
            select distinct patient_id as id from episode where organization_id = :organization and patient_id > :after
             order by patient_id limit :page
            """;

    private static final String PROGRAMS = """
            select distinct program_id as id from (
                (select distinct program_id from episode where organization_id = :organization and program_id > :after
                  order by program_id limit :page)
                union all
                (select distinct program_id from program_week where organization_id = :organization and program_id > :after
                  order by program_id limit :page)) both_of_them
             order by program_id limit :page
            """;

    private final EntityManager entities;
    private final PersonRollups rollups;
    private final Caller caller;

    MendSums(EntityManager entities, PersonRollups rollups, Caller caller) {
        this.entities = entities;
        this.rollups = rollups;
        this.caller = caller;
    }

    /** Mends all of them, and tells after each page that it is alive. */
    void mend(RebuildCounts counts, Runnable alive) {
        pages(ADMISSIONS, admissions -> {
            counts.attendanceWeeks(rollups.mendAttendance(admissions));
            alive.run();
        });
        pages(PATIENTS, patients -> {
            counts.checkInWeeks(rollups.mendCheckIns(patients));
            alive.run();
        });
        pages(PROGRAMS, programs -> {
            programs.forEach(program ->
                    counts.programWeeks(QuarkusTransaction.requiringNew().call(() -> rollups.mendProgram(program))));
            alive.run();
        });
    }

    private void pages(String ids, Consumer<List<UUID>> work) {
        var after = BEGINNING;
        for (var page = page(ids, after); !page.isEmpty(); page = page(ids, after)) {
            work.accept(page);
            after = page.get(page.size() - 1);
        }
    }

    private List<UUID> page(String ids, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> entities
                .unwrap(Session.class)
                .createNativeQuery(ids, Tuple.class)
                .addScalar("id", UUID.class)
                .setParameter("organization", caller.organization())
                .setParameter("after", after)
                .setParameter("page", PAGE)
                .getResultList()
                .stream()
                .map(row -> row.get("id", UUID.class))
                .toList());
    }
}
