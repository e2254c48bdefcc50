package care.iop.progress.partition;

import static care.iop.progress.Clinic.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.testing.KafkaProbe;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import care.iop.progress.attendance.Bookings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@ServiceTest
class MonthsTest {

    @Inject
    Months months;

    @Inject
    MonthsAhead monthsAhead;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @Inject
    Clock clock;

    @Test
    void lateAttendanceAndMovedBookingsAreInTheTablesOfTheirMonths() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        var booking = UUID.randomUUID();
        var longAgo = LocalDate.now(clock).minusYears(2).withDayOfMonth(15);

        // when
        handle(Bookings.SESSIONS, Bookings.booked(client, booking, 1, longAgo, 60));

        // then
        assertThat(tableOf(booking)).containsExactly(table(longAgo));

        // when
        handle(Bookings.ATTENDANCE, Bookings.marked(client, booking, 2, longAgo.plusMonths(3), 60, "ATTENDED", 60));

        // then
        assertThat(tableOf(booking)).containsExactly(table(longAgo.plusMonths(3)));
    }

    @Test
    void aBookingIsOneRowThoughItsEventsNameDifferentMonthsAndArriveInReverse() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        var booking = UUID.randomUUID();
        var day = LocalDate.now(clock).withDayOfMonth(1);

        // when
        handle(Bookings.ATTENDANCE, Bookings.marked(client, booking, 2, day, 60, "ATTENDED", 60));
        handle(Bookings.SESSIONS, Bookings.booked(client, booking, 1, day.minusDays(1), 60));

        // then
        assertThat(tableOf(booking)).containsExactly(table(day));
    }

    @Test
    void attendanceOfAnImpossibleYearIsPutAside() {
        // given
        var client = Clinic.admit(RIVERSIDE);
        var event = Bookings.booked(
                client, UUID.randomUUID(), 1, LocalDate.now(clock).plusYears(11), 60);

        // when
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(Bookings.SESSIONS, event);

            // then
            kafka.await(
                    Bookings.SESSIONS + ".dlq",
                    message -> event.id().toString().equals(message.headers().get("ce_id")));
        }
        assertThatThrownBy(() -> months.open(MonthlyTable.CHECK_IN, LocalDate.of(1900, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onePersonCanNotHaveTwoReportsOfADayWhateverTheMonth() {
        // when
        var keys = database.texts("""
                select c.relname || ': ' || string_agg(a.attname, ' ' order by k.n)
                  from pg_index x join pg_class c on c.oid = x.indrelid
                 cross join lateral unnest(x.indkey::smallint[]) with ordinality k(attribute, n)
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
                 where c.relname in ('check_in', 'attendance_unit', 'attendance_unit_day') and x.indisunique
                 group by c.relname, x.indexrelid order by 1""");

        // then
        assertThat(keys)
                .containsExactly(
                        "attendance_unit: organization_id session_on id",
                        "attendance_unit_day: organization_id id",
                        "check_in: organization_id for_on id",
                        "check_in: organization_id recorded_as for_on");
    }

    @Test
    void monthsAreOpenAhead() {
        // when
        Clinic.outsideOfARequest(monthsAhead::openAhead);

        // then
        assertThat(monthsAhead.monthsAhead()).isEqualTo(3);
        var last = YearMonth.now(clock.withZone(ZoneOffset.UTC)).plusMonths(3);
        assertThat(database.texts("select to_regclass(?)::text", "check_in" + suffix(last)))
                .containsExactly("check_in" + suffix(last));
    }

    @Test
    void manyMayOpenAMonthAtOnceWhileOthersRead() throws Exception {
        // given somebody in the middle of reading and writing all months
        var month = LocalDate.now(clock).minusYears(9).withDayOfMonth(1);
        try (var reader = source.getConnection()) {
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement()) {
                statement.execute("select count(*) from check_in");
                statement.execute("update check_in set craving = craving where false");

                // when
                var openers = Executors.newFixedThreadPool(4);
                try {
                    var opening = List.of(1, 2, 3, 4).stream()
                            .map(opener -> openers.submit(() -> months.openAhead(MonthlyTable.CHECK_IN, month)))
                            .toList();
                    for (var one : opening) {
                        one.get();
                    }
                } finally {
                    openers.shutdown();
                }
            }
            reader.rollback();
            reader.setAutoCommit(true);
        }

        // then
        assertThat(database.number(
                        "select count(*) from pg_inherits where inhparent = 'check_in'::regclass and inhrelid = to_regclass(?)",
                        "check_in" + suffix(YearMonth.from(month))))
                .isEqualTo(1);
    }

    @Test
    void rowsOfAMonthHaveTheTriggersAndKeysOfAll() {
        // when
        var triggers = database.texts("""
                select distinct t.tgname from pg_trigger t join pg_inherits i on i.inhrelid = t.tgrelid
                 where i.inhparent = 'check_in'::regclass""");

        // then
        assertThat(triggers).contains("keep_recorded_as");
    }

    private void handle(String topic, KafkaProbe.Event event) {
        try (var kafka = KafkaProbe.connect()) {
            kafka.publish(topic, event);
        }
        database.awaitHandled(event.id());
    }

    private List<String> tableOf(UUID booking) {
        return database.texts("select tableoid::regclass::text from attendance_unit where id = ?", booking);
    }

    private static String table(LocalDate day) {
        return "attendance_unit" + suffix(YearMonth.from(day));
    }

    private static String suffix(YearMonth month) {
        return "_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
