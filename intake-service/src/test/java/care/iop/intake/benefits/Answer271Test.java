package care.iop.intake.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.estimate.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a payer's answer in X12: each kind of line, what contradicts what, and what is not an answer at all. */
class Answer271Test {

    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");

    /** The lines of the answer, then what is kept of it; C stands for the number of conflicts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EB*1**30~                                                    | ACTIVE C0
            EB*6**30~                                                    | INACTIVE C0
            EB*5**30~                                                    | UNDETERMINED C0
            EB*1**30^AI~                                                 | ACTIVE C0
            EB*1**AI~                                                    | ACTIVE C0
            EB*6**AI~                                                    | INACTIVE 2.1=NO 2.5=NO C0
            EB*I**AI~                                                    | UNDETERMINED 2.1=NO 2.5=NO C0
            EB*1**30~EB*I**AI~                                           | ACTIVE 2.1=NO 2.5=NO C0
            EB*1**30~EB*6**AI~                                           | ACTIVE 2.1=NO 2.5=NO C0
            EB*1**30~EB*I**AI*********N~                                 | ACTIVE C0
            EB*1**30~EB*6**30~                                           | UNDETERMINED C1
            EB*6**30~EB*1**AI~                                           | UNDETERMINED C1
            EB*1**AI~EB*I**AI~                                           | UNDETERMINED 2.1=NO 2.5=NO C1
            EB*1**30~EB*I**MH~                                           | ACTIVE 2.1=NO 2.5=NO C0
            EB*1**30~EB*1**AI~EB*I**MH~                                  | ACTIVE C0
            EB*1**30~EB*I**A7~                                           | ACTIVE C0
            EB*1**30~EB*1**AI**********HC:H0015~                         | ACTIVE 2.1=YES C0
            EB*1**30~EB*I************HC:H0015~                           | ACTIVE 2.1=NO C0
            EB*1**30~EB*1**AI**********HC:H0015~EB*I**AI**********HC:H0015~ | ACTIVE C1
            EB*1**30~EB*I**AI**********HC:H9999~                         | ACTIVE 2.1=NO 2.5=NO C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~                        | ACTIVE DED/IND/IN 1500.00/- C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***29*500*****Y~ | ACTIVE DED/IND/IN 1500.00/500.00 C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***24*1000*****Y~ | ACTIVE DED/IND/IN 1500.00/500.00 C0
            EB*1**30~EB*C*IND*30***29*0*****Y~                           | ACTIVE DED/IND/IN -/0.00 C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***29*500*****N~ | ACTIVE DED/IND/IN 1500.00/- DED/IND/OUT -/500.00 C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*FAM*30***23*3000*****Y~ | ACTIVE DED/IND/IN 1500.00/- DED/FAM/IN 3000.00/- C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***23*2000*****Y~ | ACTIVE C1
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***23*1500.00*****Y~ | ACTIVE DED/IND/IN 1500.00/- C0
            EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*AI***23*200*****Y~ | ACTIVE DED/IND/IN 200.00/- C0
            EB*1**30~EB*C*IND*30***23*500*****Y~EB*C*IND*30***29*500.01*****Y~ | ACTIVE C1
            EB*1**30~EB*C*IND*30***23*500*****Y~EB*C*IND*30***24*500.01*****Y~ | ACTIVE DED/IND/IN 500.00/- C1
            EB*1**30~EB*C*IND*30***23*500*****Y~EB*C*IND*30***24*100*****Y~EB*C*IND*30***29*300*****Y~ | ACTIVE DED/IND/IN 500.00/- C1
            EB*1**30~EB*G*IND*30***23*6000*****W~EB*G*IND*30***29*4100*****W~ | ACTIVE OOP/IND/EITHER 6000.00/4100.00 C0
            EB*1**30~EB*G*IND*30***32*6000*****Y~                        | ACTIVE C0
            EB*1**30~EB*C*EMP*30***23*6000*****Y~                        | ACTIVE C0
            EB*B**AI***7*40*****Y~                                       | UNDETERMINED IOP/IN copay=40.00/DAY C0
            EB*B**AI***27*40*****Y~                                      | UNDETERMINED IOP/IN copay=40.00/SERVICE C0
            EB*B**AI***27*40*****Y~EB*B**AI***7*40*****Y~                | UNDETERMINED C1
            EB*B**AI****0*****Y~                                         | UNDETERMINED IOP/IN copay=0.00/null C0
            EB*B**AI***7*40*****Y~EB*B**AI***7*60*****N~                 | UNDETERMINED IOP/IN copay=40.00/DAY IOP/OUT copay=60.00/DAY C0
            EB*B**AI***7*40*****Y~EB*B**AI***7*60*****Y~                 | UNDETERMINED C1
            EB*B**A6***27*25*****Y~                                      | UNDETERMINED INDIVIDUAL/IN copay=25.00/SERVICE C0
            EB*B**30***27*25*****Y~                                      | UNDETERMINED C0
            EB*A**AI*****.2****Y~                                        | UNDETERMINED IOP/IN 20% C0
            EB*A**AI*****0.125****Y~                                     | UNDETERMINED IOP/IN 12.5% C0
            EB*A**AI*****1****Y~                                         | UNDETERMINED IOP/IN 100% C0
            EB*A**AI*****0****Y~                                         | UNDETERMINED IOP/IN 0% C0
            EB*A**AI*****20****Y~                                        | UNDETERMINED C1
            EB*F**AI***23***VS*60~                                       | UNDETERMINED VISIT 60/null C0
            EB*F**AI***23***VS*60~EB*F**AI***29***VS*56~                 | UNDETERMINED VISIT 60/4 C0
            EB*F**AI***23***VS*60~EB*F**AI***29***VS*61~                 | UNDETERMINED VISIT 60/null C1
            EB*F**AI***23***DY*30~EB*F**AI***23***HS*120~                | UNDETERMINED DAY 30/null HOUR 120/null C0
            EB*F**AI***23***VS*60~EB*F**AI***23***VS*30~                 | UNDETERMINED C1
            EB*F**AI***23***VS*99999~                                    | UNDETERMINED C0
            EB*1**30********Y~                                           | ACTIVE AUTH=YES C0
            EB*1**30********N~                                           | ACTIVE AUTH=NO C0
            EB*1**30********U~                                           | ACTIVE C0
            EB*1**30********N~EB*1**AI********Y~                         | ACTIVE AUTH=YES C0
            EB*1**AI********Y~EB*B**AI***7*40****N*Y~                    | ACTIVE IOP/IN copay=40.00/DAY AUTH=UNKNOWN C1
            EB*1**AI********N*Y~EB*1**AI********Y*N~                     | ACTIVE AUTH=NO C0
            AAA*N**75*C~                                                 | NOT_FOUND C0
            AAA*N**72*C~                                                 | NOT_FOUND C0
            AAA*N**42*Y~                                                 | UNDETERMINED C0
            """)
    void workedCase(String lines, String expected) {
        // when
        var read = read(Interchanges.with(lines));

        // then
        assertThat(summary(Consolidation.of(read.answer()))).isEqualTo(expected);
    }

    @Test
    void theSubscriberIsThePatient() {
        // when
        var read = read(
                Interchanges.with(
                        "REF*6P*GRP-77~DTP*356*D8*20260101~DTP*357*D8*20261231~EB*1**30*PR*EXAMPLE CHOICE~EB*U**AI~LS*2120~NM1*Y2*2*EXAMPLE BEHAVIORAL~LE*2120~"));

        // then
        var policy = read.answer().policy();
        assertThat(read.bornOn()).isEqualTo("1988-04-17");
        assertThat(read.answer().referenceNumber()).isEqualTo("TRACE-1");
        assertThat(read.answer().answeredAt()).isEqualTo("2026-03-10T10:05:00Z");
        assertThat(policy.payer()).isEqualTo("EXAMPLE HEALTH PLAN");
        assertThat(policy.electronicId()).isEqualTo("EX001");
        assertThat(policy.memberNumber()).isNotNull();
        assertThat(policy.groupNumber()).isEqualTo("GRP-77");
        assertThat(policy.plan()).isEqualTo("EXAMPLE CHOICE");
        assertThat(policy.planType()).isEqualTo(BenefitTerms.PlanType.PPO);
        assertThat(policy.startsOn()).isEqualTo("2026-01-01");
        assertThat(policy.endsOn()).isEqualTo("2026-12-31");
        assertThat(policy.behavioralHealthPayer()).isEqualTo("EXAMPLE BEHAVIORAL");
        assertThat(policy.subscriber()).isNotNull();
        assertThat(read.toString()).doesNotContain("MEM-0001", "AVERY");
    }

    @Test
    void aDependentIsThePatientOfTheSubscribersPolicy() {
        // when
        var read = read(
                Interchanges.of(
                        "20260310",
                        "HL*3*2*22*1~NM1*IL*1*EXAMPLE*ROBIN****MI*MEM-0001~DMG*D8*19600101~HL*4*3*23*0~NM1*03*1*EXAMPLE*AVERY~DMG*D8*20040417~INS*N*19~EB*1**30~"));

        // then
        var subscriber = read.answer().policy().subscriber();
        assertThat(read.bornOn()).isEqualTo(LocalDate.of(2004, 4, 17));
        assertThat(subscriber).isNotNull();
        assertThat(subscriber.relationship()).isEqualTo(BenefitTerms.Relationship.CHILD);
        assertThat(subscriber.givenName())
                .isNotNull()
                .extracting(name -> name.value())
                .isEqualTo("ROBIN");
        assertThat(summary(Consolidation.of(read.answer()))).isEqualTo("ACTIVE C0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTP*307*RD8*20260101-20261231~EB*1**30~                  | 2026-01-01 | 2026-12-31 | 0
            DTP*346*D8*20250101~EB*1**30~                            | 2025-01-01 |            | 0
            DTP*346*D8*20250101~DTP*356*D8*20260101~EB*1**30~        | 2026-01-01 |            | 0
            DTP*357*D8*99991231~EB*1**30~                            |            |            | 0
            DTP*356*D8*20260101~DTP*356*D8*20260201~EB*1**30~        | 2026-01-01 |            | 1
            DTP*356*D8*20260201~DTP*357*D8*20260131~EB*6**30~        |            |            | 1
            DTP*357*D8*20260309~EB*1**30~                            |            | 2026-03-09 | 1
            DTP*357*D8*20260310~EB*1**30~                            |            | 2026-03-10 | 0
            """)
    void workedDates(String lines, LocalDate startsOn, LocalDate endsOn, int conflicts) {
        // when
        var result = Consolidation.of(read(Interchanges.with(lines)).answer());

        // then
        assertThat(result.terms().startsOn()).isEqualTo(startsOn);
        assertThat(result.terms().endsOn()).isEqualTo(endsOn);
        assertThat(result.conflicts()).hasSize(conflicts);
    }

    @Test
    void aContradictionNamesWhatDiffersAndWhereItStands() {
        // when
        var result = Consolidation.of(
                read(Interchanges.with("EB*1**30~EB*C*IND*30***23*1500*****Y~EB*C*IND*30***23*2000*****Y~"))
                        .answer());

        // then
        assertThat(result.conflicts())
                .containsExactly(
                        "Values for the deductible (individual) in network differ: 1500 (EB at segment 14), 2000 (EB at segment 15).");
        assertThat(result.terms().accumulators()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsCounted() {
        // when
        var result = Consolidation.of(read(Interchanges.with("EB*1**30~EB*1**35~EB*1**48~AAA*N**79*C~"))
                .answer());

        // then
        assertThat(result.notes())
                .containsExactly(
                        "Rejected with code 79 (AAA at segment 16): the payer's own identifier is invalid.",
                        "2 lines about other kinds of service were left out.");
    }

    /** What is replaced in a sound answer by what, and the segment that is then named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SE*12*            | SE*13*            | SE01
            GE*1*1            | GE*1*2            | GE02
            000000001~        | 000000002~        | IEA02
            *271*             | *270*             | ST01
            005010X279A1      | 005010X279        | ST03
            EB*1**30~         | EB*C*IND*30****-1~   | EB07
            EB*1**30~         | EB*C*IND*30****1.001~ | EB07
            EB*1**30~         | EB*C*IND*30****NaN~  | EB07
            EB*1**30~         | EB*C*IND*30****1E9~  | EB07
            EB*1**30~         | EB*C*IND*30****99999999~ | EB07
            EB*1**30~         | EB*C*IND*30~         | EB07
            EB*1**30~         | EB*F**AI***23***VS*1.5~ | EB10
            EB*1**30~         | EB*F**AI***23***VS~     | EB10
            EB*1**30~         | EB*1**30********X~      | EB11
            EB*1**30~         | EB*1**30*********X~     | EB12
            EB*1**30~         | eb*1**30~            | segment
            EB*1**30~         | EB*1**30~~           | EB
            *19880417*        | *19881332*           | DMG02
            *19880417*        | *soon*               | DMG02
            *20260310*1005~HL | *20260312*1005~HL    | BHT04
            *20260310*1005~HL | *20260310*9905~HL    | BHT05
            HL*3*2*22*0~      | HL*3*2*24*0~         | HL03
            HL*3*2*22*0~      | HL*3*2*21*0~         | HL03
            NM1*PR*2*EXAMPLE HEALTH PLAN | NM1*PR*2*  | NM103
            *MI*MEM-0001~     | *MI~                 | NM109
            *005010X279A1~ST  | *005010X279A1~SV     | SV
            """)
    void whatCannotBeAnAnswerIsRefusedAtItsSegment(String part, String by, String named) {
        // given
        var sound = Interchanges.with("EB*1**30~");
        assertThat(sound).contains(part);
        var broken = sound.replace(part, by);

        // then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(broken))
                .satisfies(
                        problem -> assertThat(problem.errors().get(0).pointer()).endsWith("/" + named));
    }

    @Test
    void anyCutIsRefused() {
        // given
        var sound = Interchanges.with("EB*1**30~");

        for (int length = 0; length < sound.length() - 1; length++) {
            var cut = sound.substring(0, length);

            // then
            assertThatExceptionOfType(ProblemException.class)
                    .as("cut after " + length)
                    .isThrownBy(() -> read(cut))
                    .satisfies(problem -> assertThat(problem.errors()).hasSize(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "~\n", "~\r\n"})
    void linesMayEndInAnyOfTheUsualWays(String terminator) {
        // when
        var read = read(Interchanges.with("EB*1**30~").replace("~", terminator));

        // then
        assertThat(summary(Consolidation.of(read.answer()))).isEqualTo("ACTIVE C0");
    }

    @Test
    void aSegmentEndThatIsNotTheOneOfTheIsaIsRefused() {
        // given
        var sound = Interchanges.with("EB*1**30~");
        var broken = sound.substring(0, 106) + sound.substring(106).replace('~', '!');

        // then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(broken))
                .satisfies(problem -> assertThat(problem.getMessage()).contains("segment"));
    }

    @Test
    void twoInterchangesOrTwoPeopleAreNotOneAnswer() {
        // given
        var one = Interchanges.with("EB*1**30~");
        var people = Interchanges.of("20260310", Interchanges.MEMBER + "EB*1**30~" + Interchanges.MEMBER + "EB*1**30~");

        // then
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(one + one));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(people))
                .satisfies(
                        problem -> assertThat(problem.errors().get(0).pointer()).endsWith("/HL03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "hello", "{}", "<?xml version=\"1.0\"?>", "ISA", "ISA*", "\u0000", "UNB+UNOA:1+A+B'"})
    void whatIsNoX12IsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text))
                .satisfies(
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/segments/1/ISA"));
    }

    @Test
    void muchIsReadOrRefusedSoon() {
        // given
        var many = Interchanges.with("EB*1**30^AI^MH^A4**PLAN*23*1****Y*Y~".repeat(4_980));
        var tooMany = Interchanges.with("EB*1**35~".repeat(100_000));
        var wide = Interchanges.with("EB" + "*1".repeat(400_000) + "~");
        var repeated = Interchanges.with("EB*1**" + "30^".repeat(300_000) + "30~");
        var longText = Interchanges.with("MSG*" + "A".repeat(900_000) + "~");
        var started = System.nanoTime();

        // when
        var read = read(many);

        // then
        assertThat(Consolidation.of(read.answer()).coverage()).isEqualTo(CoverageStatus.ACTIVE);
        for (var hostile : new String[] {tooMany, wide, repeated, longText}) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(hostile));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void noiseIsReadOrRefusedAndNothingElse() {
        // given
        var random = new Random(271);
        var sound = Interchanges.with(
                "EB*1**30~EB*C*IND*30***23*1500*****Y~EB*B**AI***7*40****Y*Y*HC:H0015~DTP*356*D8*20260101~");
        for (int i = 0; i < 20_000; i++) {
            var bytes = sound.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j <= random.nextInt(4); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            // when
            try {
                var answer = Answer271.read(bytes, Interchanges.SETTINGS, ZoneOffset.UTC, NOW)
                        .answer();
                Consolidation.of(answer);
            } catch (ProblemException e) {
                // then
                assertThat(e.errors()).isNotEmpty();
            }
        }
    }

    private static Answer271.Read read(String interchange) {
        return Answer271.read(Interchanges.bytes(interchange), Interchanges.SETTINGS, ZoneOffset.UTC, NOW);
    }

    private static String summary(Consolidation.Result result) {
        var terms = result.terms();
        var words = new ArrayList<String>();
        words.add(result.coverage().name());
        terms.accumulators()
                .forEach(sum -> words.add("%s/%s/%s %s/%s"
                        .formatted(
                                sum.kind() == BenefitTerms.AccumulatorKind.DEDUCTIBLE ? "DED" : "OOP",
                                sum.holder().name().substring(0, 3),
                                network(sum.network()),
                                text(sum.amount()),
                                text(sum.remaining()))));
        terms.costShares()
                .forEach(share -> words.add("%s/%s %s"
                        .formatted(
                                share.service().name().replace("INTENSIVE_OUTPATIENT", "IOP"),
                                network(share.network()),
                                share.copay() == null
                                        ? share.coinsurancePercent().toPlainString() + "%"
                                        : "copay=" + text(share.copay()) + "/" + share.copayPer())));
        terms.limits().forEach(limit -> words.add(limit.unit() + " " + limit.allowed() + "/" + limit.used()));
        terms.levelsOfCare().forEach(level -> words.add(level.levelOfCare() + "=" + level.covered()));
        if (terms.authorizationRequired() != null) {
            words.add("AUTH=" + terms.authorizationRequired());
        }
        words.add("C" + result.conflicts().size());
        return String.join(" ", words);
    }

    private static String network(NetworkScope network) {
        return network.name()
                .toUpperCase(Locale.ROOT)
                .replace("_OF_NETWORK", "")
                .replace("_NETWORK", "");
    }

    private static String text(Money money) {
        return money == null ? "-" : money.dollars().toPlainString();
    }
}
