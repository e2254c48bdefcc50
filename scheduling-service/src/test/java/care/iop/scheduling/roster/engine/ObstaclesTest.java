package care.iop.scheduling.roster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import care.iop.scheduling.roster.engine.constraint.Rule;
import care.iop.scheduling.roster.engine.problem.Credential;
import care.iop.scheduling.roster.engine.problem.Gender;
import care.iop.scheduling.roster.engine.problem.GroupGender;
import care.iop.scheduling.roster.engine.problem.Modality;
import care.iop.scheduling.roster.engine.problem.RoomType;
import care.iop.scheduling.roster.engine.problem.Roster;
import care.iop.scheduling.roster.engine.problem.SampleWeek;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObstaclesTest {

    private static final String G1 =
            "Group G1 (Mon 09:00–12:00, Wed 09:00–12:00, Fri 09:00–12:00) would be possible if ";

    /** What stands in the way of C1's only unplaced item, given what is already in the sample. */
    private static Unassigned only(SampleWeek week) {
        return new RosterEngine()
                .bestWeek(week.problem(), week.roster(), "C1").unassigned().stream()
                        .reduce((one, other) -> {
                            throw new AssertionError("Not only one: " + one + other);
                        })
                        .orElseThrow();
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of(
                        Rule.COHORT_MODE,
                        new SampleWeek().cohort("G1", g -> g.tele()),
                        "None of the 1 groups fits: 1 meeting the other way (video or in person).",
                        "the client could come that way."),
                Arguments.of(
                        Rule.COHORT_GENDER,
                        new SampleWeek()
                                .cohort("G1", g -> g.gender(GroupGender.FEMALE))
                                .client("C1", c -> c.gender(Gender.MALE)),
                        "None of the 1 groups fits: 1 for another gender.",
                        "it were open to the client's gender."),
                Arguments.of(
                        Rule.COHORT_TRAUMA_TRACK,
                        new SampleWeek().cohort("G1", g -> g.traumaTrack()),
                        "None of the 1 groups fits: 1 for trauma clients only.",
                        "it were not on the trauma track."),
                Arguments.of(
                        Rule.CLIENT_AVAILABILITY,
                        new SampleWeek().client("C1", c -> c.available("Mon 09:00-12:00", "Wed 09:00-12:00")),
                        "None of the 1 groups fits: 1 outside the client's available hours.",
                        "the client were available during all of its blocks."),
                Arguments.of(
                        Rule.MAX_DAYS,
                        new SampleWeek().client("C1", c -> c.maxDays(2)),
                        "None of the 1 groups fits: 1 on more days than the client may come.",
                        "the client might come on more days."),
                Arguments.of(
                        Rule.AUTHORIZED_UNITS,
                        new SampleWeek().client("C1", c -> c.authorizedDays(2)),
                        "None of the 1 groups fits: 1 with more hours or days than the payer authorizes.",
                        "the payer authorized more."),
                Arguments.of(
                        Rule.MAX_DAY_HOURS,
                        new SampleWeek().client("C1", c -> c.maxDayMinutes(165)),
                        "None of the 1 groups fits: 1 with longer days than the client may have.",
                        "the client might have longer days."),
                Arguments.of(
                        Rule.WEEKLY_HOURS,
                        new SampleWeek().client("C1", c -> c.band(600, 1200)),
                        "None of the 1 groups fits: 1 outside the prescribed weekly hours.",
                        "the prescription allowed its hours."),
                Arguments.of(
                        Rule.NO_CONTACT,
                        new SampleWeek()
                                .client("C2", c -> c.mustNotMeet("C1"))
                                .seat("C2", "G1")
                                .lead("G1", "T1"),
                        "None of the 1 groups fits: 1 with a member whom the client must not meet.",
                        "a member whom the client must not meet were elsewhere."),
                Arguments.of(
                        Rule.COHORT_CAPACITY,
                        new SampleWeek()
                                .client("C2", c -> {})
                                .cohort("G1", g -> g.capacity(1))
                                .seat("C2", "G1")
                                .lead("G1", "T1"),
                        "None of the 1 groups fits: 1 full.",
                        "it had one more seat."),
                Arguments.of(
                        Rule.GROUP_ROOM_CAPACITY,
                        new SampleWeek().noRooms(RoomType.GROUP),
                        "None of the 1 groups fits: 1 not open and without a free group room.",
                        "a group room were free during its blocks."),
                Arguments.of(
                        Rule.COHORT_NOT_OPEN,
                        new SampleWeek().cohort("G1", g -> g.facilitator("T1")).clinician("T1", t -> t.maxMinutes(525)),
                        "None of the 1 groups fits: 1 not open and with nobody free to lead.",
                        "someone were free to lead it."));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void saysWhyNoGroupTakesAClient(Rule rule, SampleWeek week, String reason, String remedy) {
        // given
        SampleWeek impossible = week;

        // when
        Unassigned unassigned = only(impossible);

        // then
        assertEquals(new Unassigned("C1", null, Set.of(rule), reason, G1 + remedy), unassigned);
    }

    @Test
    void countsEachGroupOnceAndNamesTheNearest() {
        // given
        SampleWeek week = new SampleWeek()
                .cohort("G1", g -> g.tele().traumaTrack())
                .cohort("G2", g -> g.meets("Mon 18:00-21:00").modality(Modality.MI))
                .cohort("G3", g -> g.gender(GroupGender.MALE))
                .client("C2", c -> {})
                .client("C1", c -> c.available("Mon 09:00-21:00"))
                .cohort("G2", g -> g.capacity(1))
                .seat("C2", "G2")
                .lead("G2", "T1");

        // when
        Unassigned unassigned = only(week);

        // then
        assertEquals(
                "None of the 3 groups fits: 1 meeting the other way (video or in person), 1 for another gender, 1"
                        + " full.",
                unassigned.reason());
        assertEquals(
                "Group G2 (Mon 18:00–21:00) would be possible if it had one more seat.",
                unassigned.nearestAlternative());
        assertEquals(
                Set.of(
                        Rule.COHORT_MODE,
                        Rule.COHORT_TRAUMA_TRACK,
                        Rule.COHORT_GENDER,
                        Rule.CLIENT_AVAILABILITY,
                        Rule.COHORT_CAPACITY),
                unassigned.blockedBy());
    }

    @Test
    void aProgramWithoutGroupsSaysSo() {
        // given
        SampleWeek week = new SampleWeek().noCohorts();

        // when
        Unassigned unassigned = only(week);

        // then
        assertEquals(new Unassigned("C1", null, Set.of(), "The program has no groups.", null), unassigned);
    }

    /** C1 needs one hour with T1 or T2 on Tuesday from 09:00 to 10:00, and nothing else. */
    private static SampleWeek oneHour() {
        return new SampleWeek()
                .startEvery(60)
                .client("C1", c -> c.withoutGroup().individual("I1").available("Tue 09:00-10:00"))
                .clinician("T1", t -> t.works("Tue 09:00-10:00"))
                .clinician("T2", t -> t.works("Wed 09:00-10:00"));
    }

    static Stream<Arguments> sessions() {
        return Stream.of(
                Arguments.of(
                        Rule.CLIENT_AVAILABILITY,
                        oneHour().client("C1", c -> c.available("Tue 09:15-10:00")),
                        "The client is never available for long enough while the program is staffed.",
                        "Tue 09:00–10:00 with clinician T1 would be possible if the client were available."),
                Arguments.of(
                        Rule.CLINICIAN_HOURS,
                        oneHour().clinician("T1", t -> t.works("Wed 09:00-10:00")),
                        "Nobody who may hold it works in the client's available hours.",
                        "Tue 09:00–10:00 with clinician T1 would be possible if the clinician worked then."),
                Arguments.of(
                        Rule.CARE_TEAM,
                        oneHour().client("C1", c -> c.careTeam()),
                        "Nobody of the care team who may hold it works in the client's available hours.",
                        "Tue 09:00–10:00 with clinician T1 would be possible if the clinician joined the care team."),
                Arguments.of(
                        Rule.CLINICIAN_MAX_HOURS,
                        oneHour().clinician("T1", t -> t.maxMinutes(45)),
                        "Everyone of the care team who could hold it has no weekly hours left.",
                        "Tue 09:00–10:00 with clinician T1 would be possible if the clinician had more weekly hours."),
                Arguments.of(
                        Rule.CLINICIAN_OVERLAP,
                        oneHour().client("C2", c -> c.individual("I2")).place("I2", "T1", "Tue 09:00-10:00"),
                        "Everyone of the care team who could hold it is busy whenever the client is available.",
                        "Tue 09:00–10:00 with clinician T1 would be possible if the clinician were free."),
                Arguments.of(
                        Rule.OFFICE_CAPACITY,
                        oneHour().noRooms(RoomType.OFFICE),
                        "Whenever the client and the care team are free, every office is taken.",
                        "Tue 09:00–10:00 with clinician T1 would be possible if an office were free."),
                Arguments.of(
                        Rule.MAX_DAY_HOURS,
                        oneHour().client("C1", c -> c.maxDayMinutes(45)),
                        "It could only be on days that already have as many hours as allowed.",
                        "Tue 09:00–10:00 with clinician T1 would be possible "
                                + "if the client might have more hours on that day."));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void saysWhyASessionHasNoPlace(Rule rule, SampleWeek week, String reason, String alternative) {
        // given
        SampleWeek impossible = week;

        // when
        Unassigned unassigned = only(impossible);

        // then
        assertEquals(new Unassigned("C1", "I1", unassigned.blockedBy(), reason, alternative), unassigned);
        assertEquals(true, unassigned.blockedBy().contains(rule), () -> rule + " in " + unassigned.blockedBy());
    }

    static Stream<Arguments> secondSessions() {
        return Stream.of(
                Arguments.of(
                        oneHour().client("C1", c -> c.individual("I2").available("Tue 09:00-10:00")),
                        Set.of(Rule.CLIENT_AVAILABILITY),
                        "Whenever the care team and an office are free, the client has another appointment."),
                Arguments.of(
                        oneHour()
                                .client("C1", c -> c.individual("I2").available("Tue 09:00-11:00"))
                                .clinician("T1", t -> t.works("Tue 09:00-11:00")),
                        Set.of(Rule.CLIENT_AVAILABILITY, Rule.SAME_KIND_SAME_DAY),
                        "It could only be on days that already hold a session of its kind."),
                Arguments.of(
                        oneHour().client("C1", c -> c.individual("I2")
                                .available("Tue 09:00-10:00", "Wed 09:00-10:00")
                                .maxDays(1)),
                        Set.of(Rule.MAX_DAYS),
                        "It could only be on a further day, and the client already comes on as many as allowed."),
                Arguments.of(
                        oneHour().client("C1", c -> c.individual("I2")
                                .available("Tue 09:00-10:00", "Wed 09:00-10:00")
                                .authorizedDays(1)),
                        Set.of(Rule.AUTHORIZED_UNITS),
                        "It could only be on a further day, and the payer authorizes no more days this week."),
                Arguments.of(
                        oneHour().client("C1", c -> c.individual("I2")
                                .available("Tue 09:00-10:00", "Wed 09:00-10:00")
                                .authorized(90)),
                        Set.of(Rule.AUTHORIZED_UNITS),
                        "With it the week would exceed the authorized 1.5 h."),
                Arguments.of(
                        oneHour().client("C1", c -> c.individual("I2")
                                .available("Tue 09:00-10:00", "Wed 09:00-10:00")
                                .band(0, 90)),
                        Set.of(Rule.WEEKLY_HOURS),
                        "With it the week would exceed the prescribed 1.5 h."));
    }

    @ParameterizedTest
    @MethodSource("secondSessions")
    void theClientsOwnWeekCanStandInTheWay(SampleWeek week, Set<Rule> blockedBy, String reason) {
        // given
        SampleWeek onlyOneFits = week;

        // when
        Unassigned unassigned = only(onlyOneFits);

        // then
        assertEquals(reason, unassigned.reason());
        assertEquals(blockedBy, unassigned.blockedBy());
    }

    @Test
    void nobodyWithTheCredentialIsSaidAsSuch() {
        // given
        SampleWeek week = oneHour()
                .client("C1", c -> c.trauma())
                .clinician("T1", t -> t.credentials(Credential.FAMILY))
                .clinician("T2", t -> t.modalities(Modality.CBT));

        // when
        Unassigned unassigned = only(week);

        // then
        assertEquals(
                new Unassigned(
                        "C1",
                        "I1",
                        Set.of(Rule.CREDENTIAL),
                        "No clinician of the program has the credential THERAPIST and is trauma-informed, "
                                + "and works long enough.",
                        null),
                unassigned);
    }

    @Test
    void sessionsThatCannotMakeAWeekAreNotPlaced() {
        // given
        SampleWeek week = oneHour().client("C1", c -> c.band(75, 1200));

        // when
        Unassigned unassigned = only(week);

        // then
        assertEquals(Set.of(Rule.WEEKLY_HOURS), unassigned.blockedBy());
        assertEquals(
                "All prescribed sessions together stay below the prescribed 1.25 h, and no group is prescribed.",
                unassigned.reason());
    }

    @Test
    void everythingPlacedLeavesNothingToExplain() {
        // given
        SampleWeek week = oneHour();

        // when
        ClientWeek placed = new RosterEngine().bestWeek(week.problem(), Roster.EMPTY, "C1");

        // then
        assertEquals(1, placed.sessions().size());
        assertEquals(Set.of(), Set.copyOf(placed.unassigned()));
    }
}
