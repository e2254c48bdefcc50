package care.iop.progress.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.iop.chassis.caller.Acting;
import care.iop.progress.Clinic;
import care.iop.progress.Database;
import care.iop.progress.ServiceTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each metric on a cohort that can be counted by hand, before anything is hidden. All days lie in the past. */
@ServiceTest
class MetricsTest {

    private static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    private static final String SCREEN = "POINT_OF_CARE_SCREEN";
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    @Inject
    Instance<Metric> families;

    @Inject
    Acting acting;

    @Inject
    Database database;

    private String organization;
    private People people;

    @BeforeEach
    void nameOrganization() {
        organization = "metrics-" + UUID.randomUUID();
        people = new People(database, organization);
    }

    @Test
    void accessTimeIsFromTheFirstContactToTheFirstAttendedSession() {
        // given
        for (int days : new int[] {0, 1, 2, 3, 10}) {
            var person = people.admit(JANUARY_5);
            people.firstContact(person, JANUARY_5.minusDays(2));
            people.session(person, JANUARY_5.minusDays(2).plusDays(days).plusDays(30), "ATTENDED");
            people.session(person, JANUARY_5.minusDays(2).plusDays(days), days == 3 ? "PARTIAL" : "LATE");
            people.session(person, JANUARY_5.minusDays(2), "NO_SHOW");
        }
        people.firstContact(people.admit(JANUARY_5), JANUARY_5);
        people.session(people.admit(JANUARY_5), JANUARY_5, "ATTENDED");

        // when
        var all = count(MetricCode.ACCESS_TIME, AS_OF);

        // then
        assertThat(all.counts()).containsOnly(java.util.Map.entry("SERVED", 5L));
        assertThat(all.excluded()).containsEntry("NOT_SERVED_YET", 1L).containsEntry("FIRST_CONTACT_NOT_KNOWN", 1L);
        assertThat(all.values())
                .containsEntry("MEDIAN_DAYS", new BigDecimal("2"))
                .containsEntry("P90_DAYS", new BigDecimal("1E+1"));
    }

    @Test
    void initiationIsWithinFourteenDaysAndEngagementWithinThirtyFourMore() {
        // given
        var engaged = people.admit(JANUARY_5);
        people.session(engaged, JANUARY_5.plusDays(13), "ATTENDED");
        people.session(engaged, JANUARY_5.plusDays(14), "ATTENDED");
        people.session(engaged, JANUARY_5.plusDays(47), "LATE");
        var tooLate = people.admit(JANUARY_5);
        people.session(tooLate, JANUARY_5.plusDays(13), "ATTENDED");
        people.session(tooLate, JANUARY_5.plusDays(14), "ATTENDED");
        people.session(tooLate, JANUARY_5.plusDays(48), "ATTENDED");
        people.session(people.admit(JANUARY_5), JANUARY_5.plusDays(14), "ATTENDED");
        var missed = people.admit(JANUARY_5);
        people.session(missed, JANUARY_5, "NO_SHOW");
        people.session(missed, JANUARY_5, "EXCUSED");

        // when
        var all = count(MetricCode.INITIATION_AND_ENGAGEMENT, JANUARY_5.plusDays(47));

        // then
        assertThat(all.count("ENGAGED")).isEqualTo(1);
        assertThat(all.count("INITIATED_ONLY")).isEqualTo(1);
        assertThat(all.count("NOT_INITIATED")).isEqualTo(2);
        assertThat(count(MetricCode.INITIATION_AND_ENGAGEMENT, JANUARY_5.plusDays(46))
                        .excluded())
                .containsEntry("FOLLOW_UP_NOT_OVER", 4L);
    }

    @Test
    void ratesAreOverWholeWeeksAndCountedSessions() {
        // given
        var first = people.admit(JANUARY_5);
        people.week(first, JANUARY_5, 6, 1, 4, 0, 900, 720);
        people.week(first, JANUARY_5.plusWeeks(1), 5, 0, 5, 0, 900, 900);
        var second = people.admit(JANUARY_5);
        people.week(second, JANUARY_5, 5, 0, 1, 2, 900, 180);
        people.week(second, JANUARY_5.plusWeeks(2), 5, 0, 5, 0, 900, 900);
        people.week(people.admit(JANUARY_5), JANUARY_5, 2, 2, 0, 0, 0, 0);

        // when
        var all = count(MetricCode.ATTENDANCE, JANUARY_5.plusDays(14 + 5));

        // then
        assertThat(all.counts()).containsOnly(java.util.Map.entry("WITH_COUNTED_SESSIONS", 2L));
        assertThat(all.excluded()).containsEntry("NO_COUNTED_SESSIONS", 1L);
        assertThat(all.values().get("ATTENDANCE_RATE_NUMERATOR")).isEqualByComparingTo("10");
        assertThat(all.values().get("ATTENDANCE_RATE_DENOMINATOR")).isEqualByComparingTo("15");
        assertThat(all.values().get("HOURS_RATE_NUMERATOR")).isEqualByComparingTo("1800");
        assertThat(all.values().get("HOURS_RATE_DENOMINATOR")).isEqualByComparingTo("2700");
        assertThat(all.values().get("UNMARKED_SESSIONS")).isEqualByComparingTo("2");
    }

    @Test
    void homeworkIsDoneOfWhatWasAssignedAndIsDue() {
        // given
        var first = people.admit(JANUARY_5);
        people.homework(first, JANUARY_5.plusDays(3), JANUARY_5.plusDays(3), false);
        people.homework(first, JANUARY_5.plusDays(3), JANUARY_5.plusDays(4), false);
        people.homework(first, JANUARY_5.plusDays(10), null, false);
        people.homework(first, JANUARY_5.plusDays(10), JANUARY_5.plusDays(21), false);
        people.homework(first, JANUARY_5.plusDays(5), null, true);
        var second = people.admit(JANUARY_5);
        people.homework(second, JANUARY_5.plusDays(20), JANUARY_5.plusDays(19), false);
        people.homework(second, JANUARY_5.plusDays(21), JANUARY_5.plusDays(2), false);
        people.homework(people.admit(JANUARY_5), JANUARY_5.plusDays(21), null, false);

        // when
        var all = count(MetricCode.HOMEWORK_ADHERENCE, JANUARY_5.plusDays(20));

        // then
        assertThat(all.counts()).containsOnly(java.util.Map.entry("WITH_HOMEWORK", 2L));
        assertThat(all.excluded()).containsEntry("NO_HOMEWORK_DUE", 1L);
        assertThat(all.values().get("HOMEWORK_DONE_NUMERATOR")).isEqualByComparingTo("3");
        assertThat(all.values().get("HOMEWORK_DONE_DENOMINATOR")).isEqualByComparingTo("5");
        assertThat(all.values().get("HOMEWORK_DONE_IN_TIME_NUMERATOR")).isEqualByComparingTo("2");
    }

    @Test
    void meetingsAreAttendedOfThosePlannedDuringTheStay() {
        // given
        var first = people.admit(JANUARY_5);
        people.meeting(first, JANUARY_5.minusDays(1), true, "ATTENDED");
        people.meeting(first, JANUARY_5, true, "ATTENDED");
        people.meeting(first, JANUARY_5.plusDays(2), true, "MISSED");
        people.meeting(first, JANUARY_5.plusDays(6), true, "PLANNED");
        people.meeting(first, JANUARY_5.plusDays(7), true, "ATTENDED");
        people.meeting(first, JANUARY_5.plusDays(3), false, "ATTENDED");
        var second = people.admit(JANUARY_5);
        people.discharge(second, JANUARY_5.plusDays(2), 1);
        people.meeting(second, JANUARY_5.plusDays(2), true, "ATTENDED");
        people.meeting(second, JANUARY_5.plusDays(3), true, "MISSED");
        people.meeting(people.admit(JANUARY_5), JANUARY_5, false, "ATTENDED");

        // when: the sixth day is the last one of the first week
        var all = count(MetricCode.MEETING_ADHERENCE, JANUARY_5.plusDays(6));

        // then
        assertThat(all.counts()).containsOnly(java.util.Map.entry("WITH_PLANNED_MEETINGS", 2L));
        assertThat(all.excluded()).containsEntry("NO_MEETING_PLANNED", 1L);
        assertThat(all.values().get("MEETINGS_ATTENDED_NUMERATOR")).isEqualByComparingTo("2");
        assertThat(all.values().get("MEETINGS_ATTENDED_DENOMINATOR")).isEqualByComparingTo("4");
        assertThat(all.values().get("MEETINGS_A_WEEK_NUMERATOR")).isEqualByComparingTo("3");
        assertThat(all.values().get("MEETINGS_A_WEEK_DENOMINATOR")).isEqualByComparingTo("2");
        assertThat(count(MetricCode.MEETING_ADHERENCE, JANUARY_5.plusDays(7))
                        .values()
                        .get("MEETINGS_A_WEEK_DENOMINATOR"))
                .isEqualByComparingTo("3");
    }

    @Test
    void retentionCountsWhoIsActiveOnTheDayOrHasCompleted() {
        // given
        people.admit(JANUARY_5);
        people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(30), 2);
        people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(29), 2);
        people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(20), 1);
        people.admit(JANUARY_5.plusDays(1));

        // when
        var all = count(MetricCode.RETENTION_30, JANUARY_5.plusDays(30));

        // then
        assertThat(all.count("RETAINED")).isEqualTo(3);
        assertThat(all.count("LEFT")).isEqualTo(1);
        assertThat(all.excluded()).containsEntry("FOLLOW_UP_NOT_OVER", 1L);
        assertThat(count(MetricCode.RETENTION_60, AS_OF).count("RETAINED")).isEqualTo(3);
        assertThat(count(MetricCode.RETENTION_90, AS_OF).count("LEFT")).isEqualTo(2);
    }

    @Test
    void dischargeThatIsNotKnownYetOnTheDayDoesNotCount() {
        // given
        people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(40), 1);

        // when
        var before = count(MetricCode.DISPOSITION, JANUARY_5.plusDays(39));

        // then
        assertThat(before.excluded()).containsEntry("NOT_DISCHARGED", 1L);
        assertThat(count(MetricCode.DISPOSITION, JANUARY_5.plusDays(40)).count("COMPLETED"))
                .isEqualTo(1);
    }

    @Test
    void dispositionsAreThoseOfTeds() {
        // given
        int[] reasons = {1, 1, 1, 2, 2, 3, 4, 5, 6, 7};
        for (int reason : reasons) {
            people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(50), reason);
        }
        people.admit(JANUARY_5);

        // when
        var shown = show(MetricCode.DISPOSITION, 1);

        // then
        assertMeasure(shown, "COMPLETION", 3, 10, "0.3000");
        assertMeasure(shown, "COMPLETION_WITHOUT_DEATH_AND_INCARCERATION", 3, 8, "0.3750");
        assertMeasure(shown, "POSITIVE_DISPOSITION", 4, 10, "0.4000");
        assertThat(shown.excluded()).containsEntry("NOT_DISCHARGED", 1L);
    }

    @Test
    void lengthOfStayIsLabeledByBothConventions() {
        // given
        for (int days : new int[] {0, 1, 10, 29}) {
            people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(days), 2);
        }

        // when
        var all = count(MetricCode.LENGTH_OF_STAY, AS_OF);

        // then: 1, 1, 10, 29 and 1, 2, 11, 30
        assertThat(all.values().get("TEDS_2004_MEDIAN_DAYS")).isEqualByComparingTo("5.5");
        assertThat(all.values().get("TEDS_2004_MEAN_DAYS")).isEqualByComparingTo("10.3");
        assertThat(all.values().get("TEDS_2005_MEDIAN_DAYS")).isEqualByComparingTo("6.5");
        assertThat(all.values().get("TEDS_2005_MEAN_DAYS")).isEqualByComparingTo("11");
    }

    @Test
    void missingIsNeverAbstinent() {
        // given
        var discharged = JANUARY_5.plusDays(60);
        var abstinent = dischargedOn(discharged, 1);
        people.bam(abstinent, discharged.plusDays(30 - 15), 3, 0);
        people.bam(abstinent, discharged.plusDays(28), 0, 0);
        people.bam(dischargedOn(discharged, 1), discharged.plusDays(45), 0, 0);
        people.bam(dischargedOn(discharged, 2), discharged.plusDays(30), 1, 0);
        people.bam(dischargedOn(discharged, 2), discharged.plusDays(30), 0, 1);
        people.bam(dischargedOn(discharged, 2), discharged.plusDays(46), 0, 0);
        dischargedOn(discharged, 4);
        dischargedOn(discharged, 6);

        // when
        var shown = show(MetricCode.ABSTINENCE_30, 1);

        // then
        assertMeasure(shown, "ABSTINENCE", 2, 4, "0.5000");
        assertMeasure(shown, "FOLLOW_UP_RATE", 4, 6, "0.6667");
        assertMeasure(shown, "ABSTINENCE_MISSING_AS_USING", 2, 6, "0.3333");
        assertThat(shown.excluded()).containsEntry("DIED", 1L);
        assertThat(count(MetricCode.ABSTINENCE_30, discharged.plusDays(44)).excluded())
                .containsEntry("WINDOW_NOT_OVER", 6L);
        assertThat(count(MetricCode.ABSTINENCE_90, AS_OF).count("MISSING")).isEqualTo(6);
    }

    @Test
    void abstinenceAtTheEndsOfTheStayIsOfItsOwnWindows() {
        // given
        var person = dischargedOn(JANUARY_5.plusDays(60), 1);
        people.bam(person, JANUARY_5.plusDays(7), 4, 0);
        people.bam(person, JANUARY_5.plusDays(55), 0, 0);
        people.bam(people.admit(JANUARY_5), JANUARY_5.plusDays(8), 0, 0);

        // when
        var admission = count(MetricCode.ABSTINENCE_AT_ADMISSION, AS_OF);

        // then
        assertThat(admission.count("USING")).isEqualTo(1);
        assertThat(admission.count("MISSING")).isEqualTo(1);
        assertThat(count(MetricCode.ABSTINENCE_AT_DISCHARGE, AS_OF).count("ABSTINENT"))
                .isEqualTo(1);
    }

    @Test
    void whoWasNotTestedIsNeverAbstinentByToxicology() {
        // given
        var discharged = JANUARY_5.plusDays(60);
        screen(dischargedOn(discharged, 1), discharged.plusDays(15), "NEGATIVE");
        screen(dischargedOn(discharged, 1), discharged.plusDays(45), "NEGATIVE");
        screen(dischargedOn(discharged, 2), discharged.plusDays(46), "NEGATIVE");
        screen(dischargedOn(discharged, 2), discharged.plusDays(30), "POSITIVE");
        screen(dischargedOn(discharged, 2), discharged.plusDays(30), "INCONCLUSIVE");
        var mistaken = dischargedOn(discharged, 2);
        screen(mistaken, discharged.plusDays(30), "NEGATIVE");
        people.voidDrugTests(mistaken);
        people.bam(dischargedOn(discharged, 4), discharged.plusDays(30), 0, 0);
        dischargedOn(discharged, 6);

        // when
        var shown = show(MetricCode.TOXICOLOGY_ABSTINENCE_30, 1);

        // then
        assertThat(shown.counts())
                .containsEntry("NO_UNEXPECTED_POSITIVE", 2L)
                .containsEntry("UNEXPECTED_POSITIVE", 1L)
                .containsEntry("INCONCLUSIVE", 1L)
                .containsEntry("NOT_TESTED", 3L);
        assertMeasure(shown, "TOXICOLOGY_ABSTINENCE", 2, 3, "0.6667");
        assertMeasure(shown, "TESTED_RATE", 3, 7, "0.4286");
        assertMeasure(shown, "TOXICOLOGY_ABSTINENCE_MISSING_AS_POSITIVE", 2, 7, "0.2857");
        assertThat(shown.excluded()).containsEntry("DIED", 1L);
        assertThat(count(MetricCode.TOXICOLOGY_ABSTINENCE_30, discharged.plusDays(44))
                        .excluded())
                .containsEntry("WINDOW_NOT_OVER", 7L);
        assertThat(count(MetricCode.TOXICOLOGY_ABSTINENCE_90, AS_OF).count("NOT_TESTED"))
                .isEqualTo(7);
        assertThat(count(MetricCode.ABSTINENCE_30, AS_OF).count("ABSTINENT")).isEqualTo(1);
    }

    @Test
    void whatIsPrescribedIsNoUnexpectedPositive() {
        // given
        var expected = people.admit(JANUARY_5);
        people.drugTest(expected, JANUARY_5, "URINE", SCREEN, "BUPRENORPHINE", "POSITIVE", true);
        people.drugTest(expected, JANUARY_5, "URINE", SCREEN, "COCAINE", "NEGATIVE");
        var both = people.admit(JANUARY_5);
        people.drugTest(both, JANUARY_5, "URINE", SCREEN, "BUPRENORPHINE", "POSITIVE", true);
        people.drugTest(both, JANUARY_5, "URINE", SCREEN, "COCAINE", "POSITIVE");

        // when
        var admission = count(MetricCode.TOXICOLOGY_ABSTINENCE_AT_ADMISSION, AS_OF);

        // then
        assertThat(admission.count("NO_UNEXPECTED_POSITIVE")).isEqualTo(1);
        assertThat(admission.count("UNEXPECTED_POSITIVE")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NEGATIVE, NO_UNEXPECTED_POSITIVE",
        "POSITIVE, UNEXPECTED_POSITIVE",
        "INCONCLUSIVE, UNEXPECTED_POSITIVE",
        "NOT_TESTED, UNEXPECTED_POSITIVE",
    })
    void laboratoryStandsOverThePositiveScreenOfTheSameSpecimenWhenItIsConclusive(String found, String category) {
        // given
        var person = people.admit(JANUARY_5);
        people.drugTest(person, JANUARY_5, "URINE", "LABORATORY_CONFIRMATION", "AMPHETAMINES", found);
        people.drugTest(person, JANUARY_5, "URINE", SCREEN, "AMPHETAMINES", "POSITIVE");

        // when
        var admission = count(MetricCode.TOXICOLOGY_ABSTINENCE_AT_ADMISSION, AS_OF);

        // then
        assertThat(admission.count(category)).isEqualTo(1);
    }

    @Test
    void laboratoryRefutesNeitherAnotherAnalyteNorAnotherSpecimen() {
        // given
        var analyte = people.admit(JANUARY_5);
        people.drugTest(analyte, JANUARY_5, "URINE", SCREEN, "COCAINE", "POSITIVE");
        people.drugTest(analyte, JANUARY_5, "URINE", "LABORATORY_CONFIRMATION", "AMPHETAMINES", "NEGATIVE");
        var specimen = people.admit(JANUARY_5);
        people.drugTest(specimen, JANUARY_5, "URINE", SCREEN, "COCAINE", "POSITIVE");
        people.drugTest(specimen, JANUARY_5, "BLOOD", "LABORATORY_CONFIRMATION", "COCAINE", "NEGATIVE");

        // when
        var admission = count(MetricCode.TOXICOLOGY_ABSTINENCE_AT_ADMISSION, AS_OF);

        // then
        assertThat(admission.count("UNEXPECTED_POSITIVE")).isEqualTo(2);
    }

    @Test
    void nearestDayWithAConclusiveTestCounts() {
        // given
        var near = dischargedOn(JANUARY_5.plusDays(60), 1);
        screen(near, JANUARY_5.plusDays(59), "NEGATIVE");
        screen(near, JANUARY_5.plusDays(50), "POSITIVE");
        var conclusive = dischargedOn(JANUARY_5.plusDays(60), 1);
        screen(conclusive, JANUARY_5.plusDays(60), "INCONCLUSIVE");
        screen(conclusive, JANUARY_5.plusDays(61), "POSITIVE");
        var later = dischargedOn(JANUARY_5.plusDays(60), 1);
        screen(later, JANUARY_5.plusDays(59), "NEGATIVE");
        screen(later, JANUARY_5.plusDays(61), "POSITIVE");

        // when
        var discharge = count(MetricCode.TOXICOLOGY_ABSTINENCE_AT_DISCHARGE, AS_OF);

        // then
        assertThat(discharge.count("NO_UNEXPECTED_POSITIVE")).isEqualTo(1);
        assertThat(discharge.count("UNEXPECTED_POSITIVE")).isEqualTo(2);
    }

    private void screen(People.Person person, LocalDate day, String outcome) {
        people.drugTest(person, day, "URINE", SCREEN, "COCAINE", outcome);
    }

    @Test
    void voidResultCountsInNoFigure() {
        // given
        var person = dischargedOn(JANUARY_5.plusDays(60), 1);
        people.bam(person, JANUARY_5.plusDays(1), 0, 0);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(2), 15);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(30), 3);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(40), 15);
        assertThat(count(MetricCode.ABSTINENCE_AT_ADMISSION, AS_OF).count("ABSTINENT"))
                .isEqualTo(1);
        assertThat(count(MetricCode.RELIABLE_CHANGE_PHQ_9, AS_OF).count("UNCHANGED"))
                .isEqualTo(1);

        // when
        people.voidResults(person, JANUARY_5.plusDays(1));
        people.voidResults(person, JANUARY_5.plusDays(40));

        // then
        assertThat(count(MetricCode.ABSTINENCE_AT_ADMISSION, AS_OF).count("MISSING"))
                .isEqualTo(1);
        assertThat(count(MetricCode.RELIABLE_CHANGE_PHQ_9, AS_OF).count("RECOVERED"))
                .isEqualTo(1);

        // when
        people.voidResults(person, JANUARY_5.plusDays(2));

        // then
        assertThat(count(MetricCode.RELIABLE_CHANGE_PHQ_9, AS_OF).count("RECOVERED"))
                .isZero();
    }

    @Test
    void reliableChangeIsByOneCriterionFromTheBaselineToTheLastResultOfTheStay() {
        // given: 6 points are reliable, and 10 is the mildest number of the disorder
        change(15, 9);
        change(20, 14);
        change(15, 10);
        change(10, 16);
        people.total(people.admit(JANUARY_5), "PHQ-9", JANUARY_5.plusDays(2), 15);
        var late = people.admit(JANUARY_5);
        people.total(late, "PHQ-9", JANUARY_5.plusDays(8), 15);
        people.total(late, "PHQ-9", JANUARY_5.plusDays(30), 3);

        // when
        var shown = show(MetricCode.RELIABLE_CHANGE_PHQ_9, 1);

        // then
        assertMeasure(shown, "RELIABLE_IMPROVEMENT", 2, 4, "0.5000");
        assertMeasure(shown, "RECOVERY", 1, 4, "0.2500");
        assertMeasure(shown, "RELIABLE_DETERIORATION", 1, 4, "0.2500");
        assertThat(shown.excluded()).containsEntry("NO_LATER_RESULT", 1L).containsEntry("NO_BASELINE", 1L);
    }

    @Test
    void caseloadIsWhoIsInTreatmentOnTheDay() {
        // given
        people.admit(JANUARY_5);
        people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(20), 1);

        // when
        var all = count(MetricCode.CASELOAD, JANUARY_5.plusDays(20));

        // then
        assertThat(all.count("IN_TREATMENT")).isEqualTo(1);
        assertThat(all.values().get("PRESCRIBED_HOURS")).isEqualByComparingTo("15");
        assertThat(count(MetricCode.CASELOAD, JANUARY_5.plusDays(19)).count("IN_TREATMENT"))
                .isEqualTo(2);
    }

    @Test
    void cohortIsOfWholeMonthsAndItsFilters() {
        // given
        var program = UUID.randomUUID();
        people.admit(LocalDate.of(2025, 12, 31), program, "2.1", "COURT");
        people.admit(LocalDate.of(2026, 1, 1), program, "2.1", "COURT");
        people.admit(LocalDate.of(2026, 1, 31), program, "2.5", "SELF");
        people.admit(LocalDate.of(2026, 2, 1), UUID.randomUUID(), "2.1", "SELF");

        // when
        var byMonth = groups(MetricCode.CASELOAD, cohort(null, null, null, AS_OF), Dimension.ADMISSION_MONTH);

        // then
        assertThat(byMonth.groups()).extracting(Group::key).containsExactly("2026-01", "2026-02");
        assertThat(byMonth.all().count("IN_TREATMENT")).isEqualTo(3);
        assertThat(groups(MetricCode.CASELOAD, cohort(program, null, null, AS_OF), null)
                        .all()
                        .count("IN_TREATMENT"))
                .isEqualTo(2);
        assertThat(groups(MetricCode.CASELOAD, cohort(null, "2.1", null, AS_OF), null)
                        .all()
                        .count("IN_TREATMENT"))
                .isEqualTo(2);
        assertThat(groups(MetricCode.CASELOAD, cohort(null, null, "SELF", AS_OF), Dimension.LEVEL)
                        .groups())
                .extracting(Group::key)
                .containsExactly("2.1", "2.5");
        assertThat(groups(MetricCode.CASELOAD, cohort(null, null, null, AS_OF), Dimension.PROGRAM)
                        .groups())
                .hasSize(2);
    }

    @Test
    void cohortByPayerHasWhoIsNotKnownApart() {
        // given
        people.payer(people.admit(JANUARY_5), "MEDICAID");
        people.payer(people.admit(JANUARY_5), "MEDICAID");
        people.payer(people.admit(JANUARY_5), "SELF_PAY");
        people.payer(people.admit(JANUARY_5), "UNKNOWN");
        people.admit(JANUARY_5);

        // when
        var byPayer = groups(MetricCode.CASELOAD, cohort(null, null, null, AS_OF), Dimension.PAYER);

        // then
        assertThat(byPayer.groups())
                .extracting(Group::key, group -> group.count("IN_TREATMENT"))
                .containsExactly(tuple("MEDICAID", 2L), tuple("SELF_PAY", 1L), tuple("UNKNOWN", 2L));
        assertThat(inTreatment(ofPayer("MEDICAID"))).isEqualTo(2);
        assertThat(inTreatment(ofPayer("UNKNOWN"))).isEqualTo(2);
        assertThat(inTreatment(ofPayer("MEDICARE"))).isZero();
    }

    private long inTreatment(Cohort cohort) {
        return groups(MetricCode.CASELOAD, cohort, null).all().count("IN_TREATMENT");
    }

    private static Cohort ofPayer(String payer) {
        return new Cohort(YearMonth.of(2026, 1), YearMonth.of(2026, 2), null, null, null, payer, null, AS_OF);
    }

    @Test
    void cohortByTrackIsByTheFirstSession() {
        // given
        var moved = people.admit(JANUARY_5);
        people.session(moved, JANUARY_5.plusDays(8), "ATTENDED", "EVENING");
        people.session(moved, JANUARY_5.plusDays(1), "NO_SHOW", "MORNING");
        var withdrawn = people.admit(JANUARY_5);
        people.session(withdrawn, JANUARY_5, "WITHDRAWN", "MORNING");
        people.session(withdrawn, JANUARY_5.plusDays(2), "BOOKED", "EVENING");
        people.session(people.admit(JANUARY_5), JANUARY_5, "ATTENDED", "ANY");
        people.session(people.admit(JANUARY_5), JANUARY_5, "ATTENDED");
        people.admit(JANUARY_5);

        // when
        var byTrack = groups(MetricCode.CASELOAD, cohort(null, null, null, AS_OF), Dimension.TRACK);

        // then
        assertThat(byTrack.groups())
                .extracting(Group::key, group -> group.count("IN_TREATMENT"))
                .containsExactly(tuple("ANY", 1L), tuple("EVENING", 1L), tuple("MORNING", 1L), tuple("UNKNOWN", 2L));
        assertThat(inTreatment(ofTrack("MORNING"))).isEqualTo(1);
        assertThat(inTreatment(ofTrack("UNKNOWN"))).isEqualTo(2);
        assertThat(inTreatment(ofTrack("AFTERNOON"))).isZero();
    }

    private static Cohort ofTrack(String track) {
        return new Cohort(YearMonth.of(2026, 1), YearMonth.of(2026, 2), null, null, null, null, track, AS_OF);
    }

    @Test
    void smallGroupsAreHiddenWithTheirComplements() {
        // given
        for (int i = 0; i < 40; i++) {
            people.discharge(people.admit(JANUARY_5), JANUARY_5.plusDays(50), i < 15 ? 1 : i < 20 ? 4 : 2);
        }

        // when
        var shown = show(MetricCode.DISPOSITION, 11);

        // then: transferred is 5, and with it the smallest other is hidden
        assertThat(shown.persons()).isEqualTo(40);
        assertThat(shown.counts())
                .containsEntry("TRANSFERRED", null)
                .containsEntry("COMPLETED", null)
                .containsEntry("DROPPED_OUT", 20L)
                .containsEntry("DIED", 0L);
        assertThat(shown.measures()).filteredOn(MetricView.Measure::suppressed).hasSize(2);
        assertMeasure(shown, "POSITIVE_DISPOSITION", 20, 40, "0.5000");
    }

    private People.Person dischargedOn(LocalDate day, int reason) {
        var person = people.admit(JANUARY_5);
        people.discharge(person, day, reason);
        return person;
    }

    private void change(int baseline, int latest) {
        var person = people.admit(JANUARY_5);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(7), baseline);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(20), 27);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(40), latest);
        people.discharge(person, JANUARY_5.plusDays(40), 1);
        people.total(person, "PHQ-9", JANUARY_5.plusDays(41), 0);
    }

    private static void assertMeasure(
            MetricView.GroupView shown, String code, long numerator, long denominator, String value) {
        var measure = shown.measures().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(measure.numerator()).isEqualByComparingTo(BigDecimal.valueOf(numerator));
        assertThat(measure.denominator()).isEqualByComparingTo(BigDecimal.valueOf(denominator));
        assertThat(measure.value()).isEqualTo(new BigDecimal(value));
    }

    private MetricView.GroupView show(MetricCode code, int below) {
        return new ShowMetric(family(code).definition(code), groups(code, cohort(null, null, null, AS_OF), null), below)
                .whole();
    }

    private Group count(MetricCode code, LocalDate asOf) {
        return groups(code, cohort(null, null, null, asOf), null).all();
    }

    private static Cohort cohort(UUID program, String level, String source, LocalDate asOf) {
        return new Cohort(YearMonth.of(2026, 1), YearMonth.of(2026, 2), program, level, source, null, null, asOf);
    }

    private Metric family(MetricCode code) {
        return families.stream()
                .filter(family -> family.codes().contains(code))
                .findFirst()
                .orElseThrow();
    }

    private Groups groups(MetricCode code, Cohort cohort, Dimension by) {
        var counted = new AtomicReference<Groups>();
        Clinic.outsideOfARequest(() -> acting.forOrganization(
                organization, "test", () -> counted.set(family(code).count(code, cohort, by))));
        return counted.get();
    }
}
