package care.iop.scheduling.patient;

import static care.iop.scheduling.Clinic.RIVERSIDE;
import static care.iop.scheduling.Clinic.scheduler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.chassis.testing.TestTokens;
import care.iop.chassis.testing.contract.EventContract;
import care.iop.scheduling.Clinic;
import care.iop.scheduling.Clinic.Client;
import care.iop.scheduling.Clinic.DemoProgram;
import care.iop.scheduling.Database;
import care.iop.scheduling.ServiceTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PatientMergeTest {

    private static final String TOPIC = "intake.patient.v1";
    private static final String MERGED = "care.iop.intake.patient-merged.v1";
    private static final String UNDONE = "care.iop.intake.patient-merge-undone.v1";

    @Inject
    Database database;

    @Inject
    DataSource source;

    private KafkaProbe kafka;
    private DemoProgram program;
    private Client survivor;
    private Client merged;

    @BeforeEach
    void admitTwo() {
        kafka = KafkaProbe.connect();
        program = Clinic.demoProgram(RIVERSIDE);
        survivor = Clinic.admitAvailable(program, "08:00", "13:00");
        merged = Clinic.admitAvailable(program, "08:00", "13:00");
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void intakesExamplesAreUnderstood() {
        // when
        var contracts = Path.of("../intake-service/contracts");

        // then
        assertThat(EventContract.readExamples(contracts, MERGED, PatientMerged.class))
                .isNotEmpty();
        assertThat(EventContract.readExamples(contracts, UNDONE, PatientMerged.class))
                .isNotEmpty();
    }

    @Test
    void enrollmentAndBookingsAreTheSurvivorsAndTheClientStillReadsTheWeek() {
        // given
        Clinic.roster(program, Clinic.weekAhead());
        int booked = bookingsOf(merged.patientId());
        int own = bookingsOf(survivor.patientId());
        // The two had the same group: only what doesn't collide can be one person's.
        assertThat(booked).isPositive();
        assertThat(own).isPositive();
        var free = Clinic.admit(program);

        // when
        handle(event(MERGED, UUID.randomUUID(), free, merged));

        // then
        for (var identifier : List.of(free.patientId(), merged.patientId())) {
            scheduler(RIVERSIDE)
                    .queryParam("patientId", identifier)
                    .get("/api/bookings")
                    .then()
                    .body("items", hasSize(booked))
                    .body("items.patientId", everyItem(equalTo(free.patientId().toString())));
            scheduler(RIVERSIDE)
                    .queryParam("patientId", identifier)
                    .get("/api/enrollments")
                    .then()
                    .body("items", hasSize(2));
        }
        for (var identifier : List.of(free.patientId(), merged.patientId())) {
            Clinic.json(TestTokens.forPatient(RIVERSIDE, identifier))
                    .queryParam("startingOn", Clinic.weekAhead().toString())
                    .get("/api/enrollments/{id}/week", merged.enrollmentId())
                    .then()
                    .statusCode(200);
        }
        Clinic.json(TestTokens.forPatient(RIVERSIDE, survivor.patientId()))
                .queryParam("startingOn", Clinic.weekAhead().toString())
                .get("/api/enrollments/{id}/week", merged.enrollmentId())
                .then()
                .statusCode(404);
    }

    @Test
    void bookingsAtTheSameTimeStayWithTheirRecordAndTheRestMoves() {
        // given
        Clinic.roster(program, Clinic.weekAhead());

        // when
        handle(event(MERGED, UUID.randomUUID(), survivor, merged));

        // then
        assertThat(patientOf(merged)).isEqualTo(survivor.patientId().toString());
        assertThat(database.number("""
                        select count(*) from booking b where b.enrollment_id = ? and b.patient_id = ?
                           and not exists (select from booking o where o.enrollment_id = ? and o.during && b.during)
                        """, merged.enrollmentId(), merged.patientId(), survivor.enrollmentId()))
                .isZero();
    }

    @Test
    void undoGivesTheEnrollmentAndItsBookingsBack() {
        // given
        Clinic.roster(program, Clinic.weekAhead());
        int booked = bookingsOf(merged.patientId());
        var free = Clinic.admit(program);
        var merge = UUID.randomUUID();
        handle(event(MERGED, merge, free, merged));

        // when
        handle(event(UNDONE, merge, free, merged).withVersion(1));
        handle(event(MERGED, merge, free, merged));

        // then
        assertThat(patientOf(merged)).isEqualTo(merged.patientId().toString());
        assertThat(patientOf(free)).isEqualTo(free.patientId().toString());
        assertThat(bookingsOf(merged.patientId())).isEqualTo(booked);
        assertThat(bookingsOf(free.patientId())).isZero();
    }

    @Test
    void admissionThatArrivesAfterTheMergeIsOfTheSurvivor() {
        // given
        var late = new Client(program, UUID.randomUUID(), UUID.randomUUID());
        handle(event(MERGED, UUID.randomUUID(), survivor, late));

        // when
        kafka.publish(Clinic.ADMISSIONS, Clinic.admission(late, 900));

        // then
        await().until(() -> scheduler(RIVERSIDE)
                        .get("/api/enrollments/{id}", late.enrollmentId())
                        .statusCode()
                == 200);
        assertThat(patientOf(late)).isEqualTo(survivor.patientId().toString());
    }

    @Test
    void seatThatIsBeingTakenWhileTheMergeArrivesIsTheSurvivors() throws Exception {
        // given
        Clinic.roster(program, Clinic.weekAhead());
        var free = Clinic.admit(program);
        var seat = database.texts("""
                        select b.id from booking b join session s on s.id = b.session_id
                         where b.enrollment_id = ? and s.capacity > 1 order by b.starts_at limit 1
                        """, survivor.enrollmentId()).get(0);
        database.change(
                "update booking set status = 'CANCELLED', cancellation = 'CLIENT_REQUEST' where enrollment_id = ?",
                merged.enrollmentId());
        var event = event(MERGED, UUID.randomUUID(), free, merged);
        try (var writer = source.getConnection()) {
            writer.setAutoCommit(false);
            try (var statement = writer.createStatement()) {
                statement.execute("""
                        insert into booking (organization_id, id, version, session_id, enrollment_id, patient_id, program_id, kind,
                            session_on, starts_at, ends_at, zone, status)
                        select organization_id, gen_random_uuid(), 0, session_id, '%s', '%s', program_id, kind, session_on,
                            starts_at, ends_at, zone, 'BOOKED' from booking where id = '%s'
                        """.formatted(merged.enrollmentId(), merged.patientId(), seat));

                // when
                kafka.publish(TOPIC, event);
                await().until(() -> database.number("select count(*) from pg_locks where not granted") > 0);
            }
            writer.commit();
            writer.setAutoCommit(true);
        }

        // then
        database.awaitHandled(event.id());
        scheduler(RIVERSIDE)
                .queryParam("patientId", free.patientId())
                .queryParam("status", "BOOKED")
                .get("/api/bookings")
                .then()
                .body("items.enrollmentId", contains(merged.enrollmentId().toString()));
    }

    @Test
    void incompleteMergeIsPutAside() {
        // given
        var poison = KafkaProbe.event(MERGED, UUID.randomUUID(), RIVERSIDE, Map.of("survivorId", survivor.patientId()));

        // when
        kafka.publish(TOPIC, poison);

        // then
        kafka.await(
                TOPIC + ".dlq",
                message -> poison.id().toString().equals(message.headers().get("ce_id")));
    }

    private void handle(KafkaProbe.Event event) {
        kafka.publish(TOPIC, event);
        database.awaitHandled(event.id());
    }

    private static KafkaProbe.Event event(String type, UUID merge, Client into, Client from) {
        return KafkaProbe.event(
                        type,
                        merge,
                        RIVERSIDE,
                        Map.of(
                                "mergeId", merge,
                                "survivorId", into.patientId(),
                                "mergedId", from.patientId(),
                                "admissionIds", List.of(from.enrollmentId())))
                .withVersion(0);
    }

    private static int bookingsOf(UUID patientId) {
        return scheduler(RIVERSIDE)
                .queryParam("patientId", patientId)
                .get("/api/bookings")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();
    }

    private static String patientOf(Client client) {
        return scheduler(RIVERSIDE)
                .get("/api/enrollments/{id}", client.enrollmentId())
                .then()
                .statusCode(200)
                .extract()
                .path("patientId");
    }
}
