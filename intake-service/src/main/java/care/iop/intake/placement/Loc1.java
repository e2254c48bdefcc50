package care.iop.intake.placement;

import static care.iop.intake.placement.Condition.allOf;
import static care.iop.intake.placement.Condition.anyOf;
import static care.iop.intake.placement.Condition.twoOf;
import static care.iop.intake.placement.Dimension.D1;
import static care.iop.intake.placement.Dimension.D2;
import static care.iop.intake.placement.Dimension.D3;
import static care.iop.intake.placement.Dimension.D4;
import static care.iop.intake.placement.Dimension.D5;
import static care.iop.intake.placement.Dimension.D6;

import care.iop.intake.level.CriteriaEdition;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.placement.PlacementAdvice.CandidateChecks;
import care.iop.intake.placement.PlacementAdvice.ExternalAgreement;
import care.iop.intake.placement.PlacementAdvice.LevelChange;
import care.iop.intake.placement.PlacementAdvice.Reason;
import care.iop.intake.placement.PlacementAdvice.ReassessBy;
import care.iop.intake.placement.PlacementAdvice.RequiredAction;
import care.iop.intake.placement.PlacementAdvice.WeeklyHours;
import care.iop.intake.placement.PlacementFacts.AcuteFlags;
import care.iop.intake.placement.PlacementFacts.Housing;
import care.iop.intake.placement.PlacementFacts.Withdrawal;
import care.iop.intake.placement.Rule.Outcome;
import care.iop.intake.placement.Rule.Severity;
import care.iop.intake.placement.SuicideScreen.Risk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The placement rules LOC-1: our own words and thresholds, to be confirmed by a clinical owner. The rules are read from the
 * top: S1 to S4 and S8 put danger first and stop the choice of a level, S5 to S7 ask for something to be done, and from C0
 * down the first that matches decides. Every rule that matches is reported, whoever decides.
 *
 * <p>Pure: the same facts give the same advice, always.
 */
final class Loc1 {

    /** Higher levels than intensive outpatient; who leaves one of them steps down. */
    private static final Set<LevelOfCare> HIGHER_THAN_2_1 = EnumSet.of(
            LevelOfCare.LEVEL_2_5,
            LevelOfCare.LEVEL_2_7,
            LevelOfCare.LEVEL_3_1,
            LevelOfCare.LEVEL_3_3,
            LevelOfCare.LEVEL_3_5,
            LevelOfCare.LEVEL_3_7,
            LevelOfCare.LEVEL_4,
            LevelOfCare.LEVEL_3_2_WM,
            LevelOfCare.LEVEL_3_7_WM,
            LevelOfCare.LEVEL_4_WM);

    private static final Set<String> DANGERS = Set.of("S1", "S2", "S3", "S4", "S8");

    private final Thresholds numbers;
    private final List<Rule> rules;

    Loc1(Thresholds numbers) {
        this.numbers = numbers;
        var ciwa = numbers.ciwaAr();
        var cows = numbers.cows();
        int attention = numbers.rating().attention();
        int serious = numbers.rating().serious();
        int severe = numbers.rating().severe();
        var medicalEmergency = anyOf(
                acute("overdose", AcuteFlags::overdose),
                acute("alteredConsciousness", AcuteFlags::alteredConsciousness),
                acute("chestPain", AcuteFlags::chestPain),
                acute("unstableVitals", AcuteFlags::unstableVitals),
                rated(D2, severe));
        var psychiatricEmergency = anyOf(
                suicideRisk(Risk.HIGH), rated(D3, severe), acute("activeViolenceRisk", AcuteFlags::activeViolenceRisk));
        var inpatientWithdrawal = anyOf(
                ciwaAr(ciwa.severe(), Integer.MAX_VALUE),
                withdrawal("newHallucinationConfusionOrSeizure", Withdrawal::newHallucinationConfusionOrSeizure),
                rated(D1, severe),
                allOf(
                        ciwaAr(ciwa.moderate(), Integer.MAX_VALUE),
                        anyOf(
                                withdrawal("pastSeizure", Withdrawal::pastSeizure),
                                withdrawal("pastDelirium", Withdrawal::pastDelirium))));
        var withdrawalFirst = anyOf(
                ciwaAr(ciwa.moderate(), ciwa.severe()).butNot(inpatientWithdrawal),
                cows(cows.moderatelySevere(), Integer.MAX_VALUE),
                ratedExactly(D1, serious));
        var physicalCondition = ratedExactly(D2, serious);
        var danger =
                anyOf(medicalEmergency, psychiatricEmergency, inpatientWithdrawal, withdrawalFirst, physicalCondition);
        this.rules = List.of(
                new Rule(
                        "S1",
                        Severity.EMERGENCY,
                        "There is an overdose, altered consciousness, chest pain or unstable vital signs, or D2 is rated "
                                + severe + ": this is a medical emergency.",
                        medicalEmergency,
                        facts -> Outcome.stop(Decision.EMERGENCY_MEDICAL, ActionCode.EMERGENCY_MEDICAL_CARE_NOW)),
                new Rule(
                        "S2",
                        Severity.EMERGENCY,
                        "The suicide screen is high, D3 is rated " + severe
                                + ", or there is an active risk of violence: the person needs an immediate evaluation in person.",
                        psychiatricEmergency,
                        facts -> Outcome.stop(Decision.EMERGENCY_PSYCHIATRIC, ActionCode.PSYCHIATRIC_EVALUATION_NOW)),
                new Rule(
                        "S3",
                        Severity.EMERGENCY,
                        "Alcohol withdrawal is severe (CIWA-Ar " + ciwa.severe()
                                + " or more), complicated by a new hallucination, confusion or seizure, or moderate (CIWA-Ar "
                                + ciwa.moderate()
                                + " or more) after an earlier withdrawal seizure or delirium; or D1 is rated "
                                + severe + ": withdrawal needs inpatient care.",
                        inpatientWithdrawal,
                        facts -> Outcome.stop(Decision.WITHDRAWAL_INPATIENT, ActionCode.INPATIENT_WITHDRAWAL_CARE_NOW)
                                .at(in(facts, LevelOfCare.LEVEL_3_7_WM, LevelOfCare.LEVEL_3_7))
                                .or(new Alternative(
                                        in(facts, LevelOfCare.LEVEL_4_WM, LevelOfCare.LEVEL_4),
                                        "Where a hospital's means are needed."))),
                new Rule(
                        "S4",
                        Severity.HIGH,
                        "Alcohol withdrawal is moderate (CIWA-Ar " + ciwa.moderate() + " to " + (ciwa.severe() - 1)
                                + "), opioid withdrawal is moderately severe (COWS " + cows.moderatelySevere()
                                + " or more), or D1 is rated " + serious
                                + ": withdrawal is managed first; outside a facility only with daily attendance, from a safe home"
                                + " with a sober support, and without sedative dependence.",
                        withdrawalFirst,
                        this::withdrawalManagement),
                new Rule(
                        "S5",
                        Severity.MODERATE,
                        "The person takes sedatives daily, or is pregnant and uses opioids: a medical review comes before the start.",
                        anyOf(
                                isTrue("/dailySedativeUse", PlacementFacts::dailySedativeUse),
                                allOf(isTrue("/pregnant", PlacementFacts::pregnant), uses(Substance.OPIOIDS))),
                        facts -> Outcome.act(ActionCode.MEDICAL_REVIEW_BEFORE_START)),
                new Rule(
                        "S6",
                        Severity.MODERATE,
                        "Opioid withdrawal is moderate (COWS " + cows.moderate() + " to "
                                + (cows.moderatelySevere() - 1)
                                + "): medication for opioid use disorder is offered the same day.",
                        cows(cows.moderate(), cows.moderatelySevere()),
                        facts -> Outcome.act(ActionCode.MOUD_SAME_DAY_REFERRAL)),
                new Rule(
                        "S7",
                        Severity.HIGH,
                        "The suicide screen is moderate, or thoughts of death were reported on the PHQ-9 (item 9 at "
                                + numbers.phq9Item9()
                                + " or more) without a suicide screen on the same day: a clinician assesses the suicide risk today.",
                        anyOf(exactly(Risk.MODERATE), item9WithoutScreen(numbers.phq9Item9())),
                        facts -> Outcome.act(ActionCode.SUICIDE_RISK_ASSESSMENT_TODAY)),
                new Rule(
                        "S8",
                        Severity.HIGH,
                        "D2 is rated " + serious
                                + ": the physical condition needs a medical evaluation and a higher level.",
                        physicalCondition,
                        facts -> Outcome.stop(Decision.TRANSFER_HIGHER, ActionCode.MEDICAL_EVALUATION_TODAY)
                                .at(LevelOfCare.LEVEL_3_7)),
                new Rule(
                        "C0",
                        Severity.MODERATE,
                        "Something that the rules need is unknown: no level is recommended until it is known.",
                        unknown().butNot(danger),
                        facts -> Outcome.stop(Decision.INCOMPLETE)),
                new Rule(
                        "C1",
                        Severity.LOW,
                        "Fewer than " + numbers.criteriaForDisorder()
                                + " criteria of a use disorder are met for every substance: treatment of a disorder is not indicated.",
                        this::noDisorder,
                        facts -> Outcome.stop(Decision.NOT_INDICATED).or(earlyIntervention(facts))),
                new Rule(
                        "R1",
                        Severity.HIGH,
                        "The person needs supervision around the clock, D5 or D6 is rated " + severe
                                + ", or both are rated "
                                + serious
                                + " or more: residential treatment; where only the home drives it, a residence"
                                + " together with intensive outpatient treatment.",
                        anyOf(
                                isTrue("/needs24hSupervision", PlacementFacts::needs24hSupervision),
                                rated(D5, severe),
                                rated(D6, severe),
                                allOf(rated(D5, serious), rated(D6, serious))),
                        this::residential),
                new Rule(
                        "P1",
                        Severity.HIGH,
                        "D3 is rated " + serious + ", D4 is rated " + severe + ", or two of D3, D4 and D5 are rated "
                                + serious + " or more: partial hospitalization that also treats mental illness.",
                        anyOf(
                                ratedExactly(D3, serious),
                                rated(D4, severe),
                                twoOf(rated(D3, serious), rated(D4, serious), rated(D5, serious))),
                        this::partialHospitalization),
                new Rule(
                        "R2",
                        Severity.MODERATE,
                        "D6 is rated " + serious
                                + ": intensive outpatient treatment with a recovery residence or another safe home.",
                        ratedExactly(D6, serious),
                        facts -> Outcome.level(LevelOfCare.LEVEL_2_1, ActionCode.HOUSING_PLAN)
                                .or(new Alternative(LevelOfCare.LEVEL_3_1, "If no safe home can be arranged."))),
                new Rule(
                        "I1",
                        Severity.MODERATE,
                        "One of D3 to D6 is rated " + attention + " or more: intensive outpatient treatment.",
                        anyOf(rated(D3, attention), rated(D4, attention), rated(D5, attention), rated(D6, attention)),
                        facts -> Outcome.level(LevelOfCare.LEVEL_2_1)),
                new Rule(
                        "I2",
                        Severity.LOW,
                        "The person steps down from a higher level: intensive outpatient treatment keeps the continuity.",
                        this::stepsDown,
                        facts -> Outcome.level(LevelOfCare.LEVEL_2_1)
                                .or(new Alternative(
                                        in(facts, LevelOfCare.LEVEL_1, LevelOfCare.LEVEL_1_5),
                                        "If the person is stable and well supported."))),
                new Rule(
                        "M1",
                        Severity.LOW,
                        "D1 or D2 is rated " + attention
                                + ": outpatient treatment with medical management, such as an opioid treatment program or primary care.",
                        anyOf(ratedExactly(D1, attention), ratedExactly(D2, attention)),
                        facts -> Outcome.level(in(facts, LevelOfCare.LEVEL_1, LevelOfCare.LEVEL_1_7))
                                .or(new Alternative(LevelOfCare.LEVEL_2_1, "If more structure is wanted."))),
                new Rule(
                        "O1",
                        Severity.LOW,
                        "Every dimension is rated " + (attention - 1) + " or less: outpatient treatment.",
                        allOf(
                                ratedBelow(D1, attention),
                                ratedBelow(D2, attention),
                                ratedBelow(D3, attention),
                                ratedBelow(D4, attention),
                                ratedBelow(D5, attention),
                                ratedBelow(D6, attention)),
                        facts -> Outcome.level(in(facts, LevelOfCare.LEVEL_1, LevelOfCare.LEVEL_1_5))));
    }

    /** The rules in the order in which they are read. */
    List<Rule> rules() {
        return rules;
    }

    /**
     * Applies the rules to facts that know their moment and time zone.
     */
    PlacementAdvice advise(PlacementFacts facts, String inputsHash) {
        var matches = matches(facts);
        var decisive = matches.stream()
                .filter(match -> match.outcome().decision() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule of " + numbers.version() + " matches"));
        var checks = checks(facts, matches);
        var outcome = decisive.outcome();
        var decision = outcome.decision() == null ? Decision.INCOMPLETE : outcome.decision();
        var lacksAccess = Boolean.FALSE.equals(checks.canCommit());
        if (outcome.level() == LevelOfCare.LEVEL_2_1 && lacksAccess) {
            decision = Decision.LEVEL_2_1_ACCESS_BARRIER;
        }
        var level = outcome.level();
        var intensive = level == LevelOfCare.LEVEL_2_1
                || level == LevelOfCare.LEVEL_2_5
                || outcome.alongside() == LevelOfCare.LEVEL_2_1;
        return new PlacementAdvice(
                decision,
                level,
                outcome.alongside(),
                decisive.rule().id().equals("P1"),
                outcome.alternatives(),
                matches.stream()
                        .map(match -> new Reason(
                                match.rule().id(),
                                match.rule().severity(),
                                match.rule().id().equals(decisive.rule().id()),
                                match.evidence(),
                                match.rule().sentence()))
                        .toList(),
                actions(facts, matches, decisive),
                missing(facts),
                checks,
                intensive && lacksAccess ? List.of(Track.values()) : List.of(),
                weeklyHours(facts, level),
                notes(facts, level, lacksAccess),
                agreement(facts, level),
                change(facts, level),
                isMinor(facts),
                new ReassessBy(numbers.reassess().days(), numbers.reassess().sessions()),
                numbers.version(),
                inputsHash,
                numbers.policy(),
                PlacementAdvice.DISCLAIMER);
    }

    private record Match(Rule rule, List<FactUsed> evidence, Outcome outcome) {}

    private List<Match> matches(PlacementFacts facts) {
        var matches = new ArrayList<Match>();
        for (var rule : rules) {
            var evidence = rule.when().metBy(facts);
            if (!evidence.isEmpty()) {
                matches.add(new Match(rule, evidence, rule.then().apply(facts)));
            }
        }
        return matches;
    }

    /** What every safety rule asks for, and what the deciding rule does; each once. */
    private List<RequiredAction> actions(PlacementFacts facts, List<Match> matches, Match decisive) {
        return matches.stream()
                .filter(match -> match.rule().id().equals(decisive.rule().id())
                        || match.rule().id().startsWith("S"))
                .flatMap(match -> match.outcome().actions().stream())
                .distinct()
                .map(code -> new RequiredAction(code, dueAt(code, facts), code.isSafety(), code.text()))
                .toList();
    }

    private Instant dueAt(ActionCode code, PlacementFacts facts) {
        return switch (code.due()) {
            case IMMEDIATELY -> facts.moment();
            case TODAY -> endOf(facts.day(), facts);
            case NEXT_BUSINESS_DAY -> endOf(BusinessDays.after(facts.day()), facts);
            case HOUSING_PLAN -> endOf(facts.day().plusDays(numbers.housingPlanDays()), facts);
        };
    }

    private static Instant endOf(LocalDate day, PlacementFacts facts) {
        return day.plusDays(1).atStartOfDay(facts.zone()).toInstant();
    }

    /** Everything that the rules need to recommend a level and do not know. */
    private List<String> missing(PlacementFacts facts) {
        var missing = new ArrayList<String>();
        require(missing, "/birthDate", facts.birthDate());
        for (var dimension : Dimension.values()) {
            require(missing, dimension.pointer(), facts.severity(dimension));
        }
        require(missing, "/substances", facts.substances());
        for (int i = 0; i < facts.knownSubstances().size(); i++) {
            require(
                    missing,
                    "/substances/" + i + "/criteriaCount",
                    facts.knownSubstances().get(i).criteriaCount());
        }
        missingOfWithdrawal(missing, facts);
        require(missing, "/dailySedativeUse", facts.dailySedativeUse());
        require(missing, "/pregnant", facts.pregnant());
        if (facts.cssrs() == null) {
            missing.add("/cssrs");
        } else {
            missing.addAll(facts.cssrs().missing());
        }
        var acute = facts.acuteFlags();
        if (acute == null) {
            missing.add("/acuteFlags");
        } else {
            require(missing, "/acuteFlags/overdose", acute.overdose());
            require(missing, "/acuteFlags/alteredConsciousness", acute.alteredConsciousness());
            require(missing, "/acuteFlags/chestPain", acute.chestPain());
            require(missing, "/acuteFlags/unstableVitals", acute.unstableVitals());
            require(missing, "/acuteFlags/activeViolenceRisk", acute.activeViolenceRisk());
        }
        require(missing, "/needs24hSupervision", facts.needs24hSupervision());
        var availability = facts.availability();
        if (availability == null) {
            missing.add("/availability");
        } else {
            require(missing, "/availability/hoursPerWeek", availability.hoursPerWeek());
            require(missing, "/availability/days", availability.days());
        }
        if (facts.purposeOrAdmission() != Purpose.ADMISSION) {
            require(missing, "/goalProgress", facts.goalProgress());
        }
        return missing;
    }

    /** A scale of withdrawal is needed while the last use is recent, or when nobody knows when it was. */
    private void missingOfWithdrawal(List<String> missing, PlacementFacts facts) {
        var withdrawal = facts.withdrawal();
        if (withdrawal == null) {
            missing.add("/withdrawal");
            return;
        }
        require(missing, "/withdrawal/pastSeizure", withdrawal.pastSeizure());
        require(missing, "/withdrawal/pastDelirium", withdrawal.pastDelirium());
        require(
                missing,
                "/withdrawal/newHallucinationConfusionOrSeizure",
                withdrawal.newHallucinationConfusionOrSeizure());
        if (withdrawal.ciwaAr() == null && maybeUsedLately(Substance.ALCOHOL, facts)) {
            missing.add("/withdrawal/ciwaAr");
        }
        if (withdrawal.cows() == null && maybeUsedLately(Substance.OPIOIDS, facts)) {
            missing.add("/withdrawal/cows");
        }
    }

    private boolean maybeUsedLately(Substance substance, PlacementFacts facts) {
        var since = facts.moment().minus(Duration.ofDays(numbers.recentUseDays()));
        return facts.knownSubstances().stream()
                .filter(use -> use.substance() == substance)
                .anyMatch(use -> use.lastUsedAt() == null || !use.lastUsedAt().isBefore(since));
    }

    private static void require(List<String> missing, String pointer, @Nullable Object fact) {
        if (fact == null) {
            missing.add(pointer);
        }
    }

    private Outcome withdrawalManagement(PlacementFacts facts) {
        var housing = facts.housing();
        var outside = housing != null
                && isYes(housing, Housing::safe)
                && isYes(housing, Housing::supportive)
                && isYes(housing, Housing::soberHome)
                && facts.availability() != null
                && Boolean.TRUE.equals(facts.availability().daily())
                && Boolean.FALSE.equals(facts.dailySedativeUse())
                && facts.knownSubstances().stream()
                        .noneMatch(use -> use.substance() == Substance.SEDATIVES
                                && (use.criteriaCount() == null
                                        || use.criteriaCount() >= numbers.criteriaForDisorder()));
        var inpatient = in(facts, LevelOfCare.LEVEL_3_7_WM, LevelOfCare.LEVEL_3_7);
        var managed = Outcome.stop(Decision.WITHDRAWAL_MANAGEMENT_FIRST, ActionCode.WITHDRAWAL_MANAGEMENT_TODAY);
        return outside
                ? managed.at(in(facts, LevelOfCare.LEVEL_2_WM, LevelOfCare.LEVEL_2_7))
                        .or(new Alternative(inpatient, "If the home or the daily attendance turns out not to hold."))
                : managed.at(inpatient);
    }

    private Outcome residential(PlacementFacts facts) {
        var serious = numbers.rating().serious();
        var onlyTheHome = Boolean.FALSE.equals(facts.needs24hSupervision())
                && anyOf(rated(D3, serious), rated(D4, serious), rated(D5, serious))
                        .metBy(facts)
                        .isEmpty();
        return onlyTheHome
                ? Outcome.level(LevelOfCare.LEVEL_3_1)
                        .with(LevelOfCare.LEVEL_2_1)
                        .or(new Alternative(
                                LevelOfCare.LEVEL_3_5, "If the residence can't be combined with treatment."))
                : Outcome.level(LevelOfCare.LEVEL_3_5);
    }

    private Outcome partialHospitalization(PlacementFacts facts) {
        return rated(D6, numbers.rating().serious()).metBy(facts).isEmpty()
                ? Outcome.level(LevelOfCare.LEVEL_2_5)
                : Outcome.level(LevelOfCare.LEVEL_2_5, ActionCode.HOUSING_PLAN)
                        .or(new Alternative(LevelOfCare.LEVEL_3_5, "If no safe home can be arranged."));
    }

    private static Alternative[] earlyIntervention(PlacementFacts facts) {
        var evaluation =
                new Alternative(in(facts, LevelOfCare.LEVEL_1, LevelOfCare.LEVEL_1_5), "For an outpatient evaluation.");
        return switch (facts.criteriaEdition()) {
            case ASAM3 ->
                new Alternative[] {new Alternative(LevelOfCare.LEVEL_0_5, "For early intervention."), evaluation};
            case ASAM4 -> new Alternative[] {evaluation};
        };
    }

    private static LevelOfCare in(PlacementFacts facts, LevelOfCare third, LevelOfCare fourth) {
        return facts.criteriaEdition() == CriteriaEdition.ASAM3 ? third : fourth;
    }

    private Condition unknown() {
        return facts -> missing(facts).stream()
                .map(pointer -> new FactUsed(pointer, "unknown"))
                .toList();
    }

    private List<FactUsed> noDisorder(PlacementFacts facts) {
        if (facts.substances() == null) {
            return List.of();
        }
        var evidence = new ArrayList<FactUsed>();
        for (int i = 0; i < facts.substances().size(); i++) {
            var count = facts.substances().get(i).criteriaCount();
            if (count == null || count >= numbers.criteriaForDisorder()) {
                return List.of();
            }
            evidence.add(new FactUsed("/substances/" + i + "/criteriaCount", count.toString()));
        }
        return evidence.isEmpty() ? List.of(new FactUsed("/substances", "none")) : evidence;
    }

    /** Where the person comes from is the present level; only without one it is the level that was left last. */
    private List<FactUsed> stepsDown(PlacementFacts facts) {
        var pointer = facts.currentLevel() == null ? "/priorLevel" : "/currentLevel";
        var from = facts.currentLevel() == null ? facts.priorLevel() : facts.currentLevel();
        return from != null && HIGHER_THAN_2_1.contains(from) ? List.of(new FactUsed(pointer, from.code())) : List.of();
    }

    private CandidateChecks checks(PlacementFacts facts, List<Match> matches) {
        var matching = new HashSet<String>();
        matches.forEach(match -> matching.add(match.rule().id()));
        var danger = matching.stream().anyMatch(DANGERS::contains) || Boolean.TRUE.equals(facts.needs24hSupervision());
        var more = matching.contains("R1")
                || matching.contains("P1")
                || matching.contains("R2")
                || matching.contains("I1");
        var complete = missing(facts).isEmpty();
        return new CandidateChecks(
                (danger || complete) ? !danger : null,
                safeHome(facts),
                canCommit(facts),
                (more || complete) ? more : null,
                matching.contains("I2"));
    }

    private @Nullable Boolean safeHome(PlacementFacts facts) {
        var home = facts.severity(D6);
        if (home == null) {
            return null;
        }
        if (home < numbers.rating().serious()) {
            return true;
        }
        return facts.housing() == null ? null : facts.housing().plan();
    }

    private @Nullable Boolean canCommit(PlacementFacts facts) {
        var availability = facts.availability();
        if (availability == null
                || availability.hoursPerWeek() == null
                || availability.days() == null
                || facts.birthDate() == null) {
            return null;
        }
        return availability.hoursPerWeek().compareTo(leastHours(facts)) >= 0
                && Set.copyOf(availability.days()).size()
                        >= numbers.intensiveOutpatient().days();
    }

    private BigDecimal leastHours(PlacementFacts facts) {
        var hours = numbers.intensiveOutpatient();
        return isMinor(facts) ? hours.adolescentHours() : hours.adultHours();
    }

    private boolean isMinor(PlacementFacts facts) {
        return facts.birthDate() != null
                && Period.between(facts.birthDate().value(), facts.day()).getYears() < numbers.adultAge();
    }

    private @Nullable WeeklyHours weeklyHours(PlacementFacts facts, @Nullable LevelOfCare level) {
        var below = numbers.intensiveOutpatient().belowHours();
        if (level == LevelOfCare.LEVEL_2_1) {
            return new WeeklyHours(leastHours(facts), below);
        }
        return level == LevelOfCare.LEVEL_2_5 ? new WeeklyHours(below, null) : null;
    }

    private List<String> notes(PlacementFacts facts, @Nullable LevelOfCare level, boolean lacksAccess) {
        var notes = new ArrayList<String>();
        if (facts.cssrs() != null && facts.cssrs().contradictsItself()) {
            notes.add(
                    "The answers to the suicide screen contradict each other; the highest risk was taken. Ask again.");
        }
        if (level == LevelOfCare.LEVEL_2_1) {
            var below = numbers.intensiveOutpatient().belowHours().toPlainString();
            notes.add("From " + below + " hours a week on treatment is level 2.5. Exactly " + below
                    + " hours can be scheduled at level 2.1, with the warning AT_PHP_THRESHOLD; more can't.");
        }
        if (level == LevelOfCare.LEVEL_2_5 && lacksAccess) {
            notes.add("The person can't come as often as even level 2.1 takes: offer other tracks, not a lower level.");
        }
        if (isMinor(facts)) {
            notes.add("The person is under " + numbers.adultAge()
                    + ": who consents follows from state law and 42 CFR 2.14.");
        }
        if (facts.patientPreference() != null && level != null && facts.patientPreference() != level) {
            notes.add("The person prefers level " + facts.patientPreference()
                    + ". A clinician can decide so, with the reason.");
        }
        return notes;
    }

    private static @Nullable ExternalAgreement agreement(PlacementFacts facts, @Nullable LevelOfCare level) {
        var external = facts.externalLevelOfCare();
        if (external == null) {
            return null;
        }
        if (external.edition() != facts.criteriaEdition()) {
            return ExternalAgreement.OTHER_EDITION;
        }
        if (level == null) {
            return ExternalAgreement.NO_RECOMMENDATION;
        }
        return external.level() == level ? ExternalAgreement.AGREES : ExternalAgreement.DIFFERS;
    }

    private static @Nullable LevelChange change(PlacementFacts facts, @Nullable LevelOfCare level) {
        var from = facts.currentLevel();
        if (from == null || level == null || from.isWithdrawalManagement() || level.isWithdrawalManagement()) {
            return null;
        }
        var order = level.compareTo(from);
        if (order == 0) {
            return LevelChange.SAME;
        }
        return order > 0 ? LevelChange.STEP_UP : LevelChange.STEP_DOWN;
    }

    private static Condition rated(Dimension dimension, int atLeast) {
        return rating(dimension, severity -> severity >= atLeast);
    }

    private static Condition ratedExactly(Dimension dimension, int value) {
        return rating(dimension, severity -> severity == value);
    }

    private static Condition ratedBelow(Dimension dimension, int value) {
        return rating(dimension, severity -> severity < value);
    }

    private static Condition rating(Dimension dimension, IntPredicate asked) {
        return facts -> {
            var severity = facts.severity(dimension);
            return severity != null && asked.test(severity)
                    ? List.of(new FactUsed(dimension.pointer() + "/severity", severity.toString()))
                    : List.of();
        };
    }

    private static Condition isTrue(String pointer, Function<PlacementFacts, @Nullable Boolean> fact) {
        return facts -> Boolean.TRUE.equals(fact.apply(facts)) ? List.of(new FactUsed(pointer, "true")) : List.of();
    }

    private static Condition acute(String flag, Function<AcuteFlags, @Nullable Boolean> fact) {
        return isTrue(
                "/acuteFlags/" + flag, facts -> facts.acuteFlags() == null ? null : fact.apply(facts.acuteFlags()));
    }

    private static Condition withdrawal(String field, Function<Withdrawal, @Nullable Boolean> fact) {
        return isTrue(
                "/withdrawal/" + field, facts -> facts.withdrawal() == null ? null : fact.apply(facts.withdrawal()));
    }

    private static boolean isYes(Housing housing, Function<Housing, @Nullable Boolean> fact) {
        return Boolean.TRUE.equals(fact.apply(housing));
    }

    private static Condition ciwaAr(int atLeast, int below) {
        return facts -> {
            var scale = facts.withdrawal() == null ? null : facts.withdrawal().ciwaAr();
            return scale != null && scale.total() >= atLeast && scale.total() < below
                    ? List.of(new FactUsed(
                            "/withdrawal/ciwaAr/total", scale.total().toString()))
                    : List.of();
        };
    }

    private static Condition cows(int atLeast, int below) {
        return facts -> {
            var scale = facts.withdrawal() == null ? null : facts.withdrawal().cows();
            return scale != null && scale.total() >= atLeast && scale.total() < below
                    ? List.of(
                            new FactUsed("/withdrawal/cows/total", scale.total().toString()))
                    : List.of();
        };
    }

    private static Condition suicideRisk(Risk atLeast) {
        return facts -> facts.cssrs() != null && facts.cssrs().risk().compareTo(atLeast) >= 0
                ? List.of(new FactUsed("/cssrs", facts.cssrs().risk().name()))
                : List.of();
    }

    private static Condition exactly(Risk risk) {
        return facts -> facts.cssrs() != null && facts.cssrs().risk() == risk
                ? List.of(new FactUsed("/cssrs", risk.name()))
                : List.of();
    }

    private static Condition uses(Substance substance) {
        return facts -> {
            for (int i = 0; i < facts.knownSubstances().size(); i++) {
                if (facts.knownSubstances().get(i).substance() == substance) {
                    return List.of(new FactUsed("/substances/" + i + "/substance", substance.name()));
                }
            }
            return List.of();
        };
    }

    private static Condition item9WithoutScreen(int atLeast) {
        return facts -> {
            var phq9 = facts.phq9();
            var screened = phq9 != null
                    && facts.cssrs() != null
                    && facts.cssrs().takenOn().equals(phq9.takenOn());
            return phq9 != null && phq9.item9() >= atLeast && !screened
                    ? List.of(new FactUsed("/phq9/item9", phq9.item9().toString()))
                    : List.of();
        };
    }
}
