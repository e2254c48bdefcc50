package care.iop.scheduling.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.scheduling.authorization.Authorization.Basis;
import care.iop.scheduling.authorization.Authorization.Service;
import care.iop.scheduling.authorization.Authorization.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a week payers still allow: the week from Monday, 30 November 2026, of a client with days of at most five hours. */
class AuthorizedWeekTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final int LONGEST_DAY = 300;
    private static final Set<String> PROGRAM = Set.of("GROUP", "INDIVIDUAL", "FAMILY");

    @ParameterizedTest
    @CsvSource({
        // basis, approved, delivered, scheduled, of these here, valid from, to, minutes, days
        "DAY, 12, 0, 0, 0, 2026-11-01, 2027-01-31, 2100, 7",
        "DAY, 12, 7, 0, 0, 2026-11-01, 2027-01-31, 1500, 5",
        "DAY, 12, 7, 3, 0, 2026-11-01, 2027-01-31, 600, 2",
        "DAY, 12, 7, 3, 3, 2026-11-01, 2027-01-31, 1500, 5",
        "DAY, 12, 12, 0, 0, 2026-11-01, 2027-01-31, 0, 0",
        "DAY, 12, 13, 0, 0, 2026-11-01, 2027-01-31, 0, 0",
        "DAY, 12, 0, 0, 0, 2026-12-03, 2027-01-31, 1200, 4",
        "DAY, 12, 0, 0, 0, 2026-11-01, 2026-12-01, 600, 2",
        "DAY, 12, 0, 0, 0, 2026-11-01, 2026-11-29, 0, 0",
        "DAY, 12, 0, 0, 0, 2026-12-07, 2027-01-31, 0, 0",
        "HOUR, 40, 25, 0, 0, 2026-11-01, 2027-01-31, 900, 7",
        "HOUR, 40, 38, 0, 0, 2026-11-01, 2027-01-31, 120, 2",
        "QUARTER_HOUR, 40, 36, 0, 0, 2026-11-01, 2027-01-31, 60, 4",
        "HOUR, 9999, 0, 0, 0, 2026-11-01, 2027-01-31, 10080, 7"
    })
    void whatIsLeftOfAWeek(
            Basis basis,
            int approved,
            int delivered,
            int scheduled,
            int here,
            LocalDate from,
            LocalDate to,
            int minutes,
            int days) {
        // given
        var authorization = authorization(from, to, service(basis, PROGRAM, approved, delivered, scheduled, here));

        // when
        var week = AuthorizedWeek.of(List.of(authorization), MONDAY, LONGEST_DAY);

        // then
        assertThat(week).hasValueSatisfying(found -> {
            assertThat(found.minutes()).isEqualTo(minutes);
            assertThat(found.days()).isEqualTo(days);
            assertThat(found.startsOn()).isEqualTo(MONDAY);
        });
    }

    @Test
    void nothingLimitsWithoutAnAuthorizationOrWithOneForSingleSessions() {
        // given
        var visits = authorization(MONDAY, MONDAY, service(Basis.VISIT, PROGRAM, 3, 0, 0, 0));
        var family = authorization(MONDAY, MONDAY, service(Basis.HOUR, Set.of("FAMILY"), 3, 0, 0, 0));

        // then
        assertThat(AuthorizedWeek.of(List.of(), MONDAY, LONGEST_DAY)).isEmpty();
        assertThat(AuthorizedWeek.of(List.of(visits, family), MONDAY, LONGEST_DAY))
                .isEmpty();
    }

    @Test
    void aDayCountsOnTheAuthorizationThatBeganFirst() {
        // given
        var ending = authorization(MONDAY.minusDays(30), MONDAY.plusDays(1), service(Basis.DAY, PROGRAM, 12, 0, 0, 0));
        var next = authorization(MONDAY, MONDAY.plusDays(60), service(Basis.DAY, PROGRAM, 4, 0, 0, 0));

        // when
        var week = AuthorizedWeek.of(List.of(next, ending), MONDAY, LONGEST_DAY);

        // then two days of the first, four of the next
        assertThat(week).hasValueSatisfying(found -> {
            assertThat(found.days()).isEqualTo(6);
            assertThat(found.units()).extracting(AuthorizedWeek.Units::units).containsExactly(2, 4);
        });
    }

    private static Authorization authorization(LocalDate from, LocalDate to, Service... services) {
        return new Authorization(UUID.randomUUID(), UUID.randomUUID(), from, to, List.of(services));
    }

    private static Service service(
            Basis basis, Set<String> kinds, int approved, int delivered, int scheduled, int here) {
        var unitMinutes =
                switch (basis) {
                    case HOUR -> 60;
                    case QUARTER_HOUR -> 15;
                    case DAY, VISIT -> 0;
                };
        return new Service(
                "H0015",
                basis,
                unitMinutes,
                kinds,
                approved,
                delivered,
                scheduled,
                here == 0 ? List.of() : List.of(new Week(MONDAY, here)));
    }
}
