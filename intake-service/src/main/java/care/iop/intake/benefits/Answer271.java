package care.iop.intake.benefits;

import care.iop.intake.benefits.BenefitTerms.Holder;
import care.iop.intake.benefits.BenefitTerms.LimitUnit;
import care.iop.intake.benefits.BenefitTerms.PlanType;
import care.iop.intake.benefits.BenefitTerms.Relationship;
import care.iop.intake.benefits.BenefitTerms.Subscriber;
import care.iop.intake.benefits.Statement.Topic;
import care.iop.intake.estimate.ServiceKind;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.MemberNumber;
import care.iop.intake.person.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an eligibility response (ASC X12 271, 005010X279A1) about one person. EB lines become statements, each apart;
 * lines about other services are left out and counted.
 */
final class Answer271 {

    private static final String GUIDE = "005010X279A1";
    private static final String WHOLE_PLAN = "30";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** AAA03: the payer does not know the person by what it was told. */
    private static final Set<String> NOT_FOUND =
            Set.of("58", "64", "65", "66", "67", "68", "71", "72", "73", "74", "75", "76", "77", "78");

    private static final Map<String, PlanType> PLAN_TYPES = Map.of(
            "HM", PlanType.HMO,
            "PR", PlanType.PPO,
            "EP", PlanType.EPO,
            "PS", PlanType.POS,
            "IN", PlanType.INDEMNITY,
            "MC", PlanType.MEDICAID,
            "MA", PlanType.MEDICARE,
            "MB", PlanType.MEDICARE,
            "HN", PlanType.MEDICARE_ADVANTAGE);

    /** What a level of the hierarchy is about. */
    private enum Level {
        SOURCE,
        RECEIVER,
        SUBSCRIBER,
        DEPENDENT
    }

    /** A person as the payer names them. */
    private static final class Party {
        private @Nullable PersonName given;
        private @Nullable PersonName family;
        private @Nullable LocalDate bornOn;
    }

    private final X12Settings settings;
    private final List<X12Segment> segments;
    private final Map<Level, Party> parties = new EnumMap<>(Level.class);
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> exclusions = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<Level, List<X12Segment>> benefitLines = new EnumMap<>(Level.class);
    private final String treatmentType;
    private List<X12Segment> benefits = List.of();
    private @Nullable String payer;
    private @Nullable String payerId;
    private @Nullable String behavioralHealthPayer;
    private @Nullable MemberNumber memberNumber;
    private @Nullable String groupNumber;
    private @Nullable String trace;
    private @Nullable Relationship relationship;

    private Answer271(List<X12Segment> segments, X12Settings settings) {
        this.segments = segments;
        this.settings = settings;
        var spokenOf = new HashSet<String>();
        segments.stream().filter(segment -> segment.is("EB")).forEach(line -> spokenOf.addAll(line.all(3)));
        this.treatmentType = settings.treatmentServiceTypes().stream()
                .filter(spokenOf::contains)
                .findFirst()
                .orElse("");
    }

    /**
     * An answer and whom it is about.
     *
     * @param bornOn the birth date of the person as the payer has it
     */
    record Read(PayerAnswer answer, @Nullable LocalDate bornOn) {}

    /**
     * Reads an interchange.
     *
     * @param zone where the payer's times are taken to be of, which X12 does not say
     */
    static Read read(byte[] interchange, X12Settings settings, ZoneId zone, Instant now) {
        return new Answer271(X12Reader.read(interchange), settings).read(zone, now);
    }

    private Read read(ZoneId zone, Instant now) {
        requireGuide();
        var header = require("BHT");
        walk();
        var answeredAt = answeredAt(header, zone, now);
        if (payer == null) {
            throw X12Reader.refusal("NM1", 1, "with PR is missing: nobody knows which payer answers");
        }
        benefits = benefitLines.getOrDefault(Level.DEPENDENT, benefitLines.getOrDefault(Level.SUBSCRIBER, List.of()));
        state();
        boolean dependent = parties.containsKey(Level.DEPENDENT);
        var person = parties.getOrDefault(dependent ? Level.DEPENDENT : Level.SUBSCRIBER, new Party());
        var eligibleFrom = firstOf("356", "307", "346", "291", "348");
        var eligibleUntil = firstOf("357", "307-", "347", "291-", "349");
        var answer = new PayerAnswer(
                VerificationSource.X12_271,
                answeredAt,
                LocalDate.ofInstant(answeredAt, zone),
                trace,
                new PayerAnswer.Policy(
                        payer,
                        payerId,
                        behavioralHealthPayer,
                        plan(),
                        planType(),
                        memberNumber,
                        groupNumber,
                        subscriber(dependent),
                        eligibleFrom,
                        eligibleUntil,
                        null,
                        null),
                statements,
                exclusions,
                conflicts,
                notes);
        return new Read(answer, person.bornOn);
    }

    private void requireGuide() {
        var sets = segments.stream().filter(segment -> segment.is("ST")).toList();
        if (sets.size() != 1) {
            throw sets.isEmpty()
                    ? X12Reader.refusal("ST", 3, "is missing: there is no transaction in the interchange")
                    : sets.get(1).refusal("begins a second transaction: send the answer about one person at a time");
        }
        var set = sets.get(0);
        if (!set.get(1).equals("271")) {
            throw set.refusal(1, "must be 271, an eligibility response");
        }
        var guide = set.find(3).orElseGet(() -> require("GS").get(8));
        if (!guide.equals(GUIDE)) {
            throw set.refusal(3, "must be " + GUIDE);
        }
    }

    private X12Segment require(String tag) {
        return segments.stream()
                .filter(segment -> segment.is(tag))
                .findFirst()
                .orElseThrow(() -> X12Reader.refusal(tag, 4, "is missing"));
    }

    private static Instant answeredAt(X12Segment header, ZoneId zone, Instant now) {
        var day = X12Segment.day(header, 4, header.get(4));
        var time = header.get(5);
        if (!time.matches("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d(\\d\\d)?)?")) {
            throw header.refusal(5, "must be a time like 1405");
        }
        var at = day.atTime(
                        LocalTime.of(Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2, 4))))
                .atZone(zone)
                .toInstant();
        // X12 gives no zone: an answer that seems to come from the next hours came now.
        if (at.isAfter(now.plusSeconds(24 * 3600))) {
            throw header.refusal(4, "lies in the future");
        }
        return at.isAfter(now) ? now : at;
    }

    private void walk() {
        var level = Level.SOURCE;
        boolean inBenefit = false;
        @Nullable X12Segment benefit = null;
        for (var segment : segments) {
            switch (segment.tag()) {
                case "HL" -> {
                    level = level(segment);
                    inBenefit = false;
                }
                case "EB" -> {
                    inBenefit = true;
                    benefit = segment;
                    benefitLines
                            .computeIfAbsent(level, ignored -> new ArrayList<>())
                            .add(segment);
                }
                case "NM1" -> {
                    if (inBenefit) {
                        other(segment, benefit);
                    } else {
                        name(segment, level);
                    }
                }
                case "AAA" -> refused(segment);
                case "DMG" -> {
                    if (!inBenefit && segment.find(2).isPresent()) {
                        parties.computeIfAbsent(level, ignored -> new Party()).bornOn =
                                X12Segment.day(segment, 2, segment.get(2));
                    }
                }
                case "INS" -> relationship = relationship(segment);
                case "TRN" -> {
                    if (segment.get(1).equals("2") && trace == null) {
                        trace = line(segment, 2).orElse(null);
                    }
                }
                case "REF" -> {
                    if (!inBenefit && Set.of("6P", "1L", "IG").contains(segment.get(1)) && groupNumber == null) {
                        groupNumber = line(segment, 2).orElse(null);
                    }
                }
                case "DTP" -> {
                    if (!inBenefit || isAboutPlan(benefit)) {
                        date(segment);
                    }
                }
                default -> {
                    // Everything else is about addresses, messages and routing.
                }
            }
        }
    }

    private Level level(X12Segment segment) {
        var level =
                switch (segment.get(3)) {
                    case "20" -> Level.SOURCE;
                    case "21" -> Level.RECEIVER;
                    case "22" -> Level.SUBSCRIBER;
                    case "23" -> Level.DEPENDENT;
                    default -> throw segment.refusal(3, "must be 20, 21, 22 or 23");
                };
        if (parties.containsKey(level)) {
            throw segment.refusal(3, "begins a second person or payer: send the answer about one person at a time");
        }
        parties.put(level, new Party());
        return level;
    }

    private void name(X12Segment segment, Level level) {
        switch (level) {
            case SOURCE -> {
                payer = line(segment, 3).orElseThrow(() -> segment.refusal(3, "must name the payer"));
                payerId = segment.find(9)
                        .filter(id -> id.matches("[A-Za-z0-9][A-Za-z0-9-]{1,79}"))
                        .orElse(null);
            }
            case RECEIVER -> {}
            case SUBSCRIBER, DEPENDENT -> {
                var party = parties.computeIfAbsent(level, ignored -> new Party());
                party.family = line(segment, 3).map(PersonName::new).orElse(null);
                party.given = line(segment, 4).map(PersonName::new).orElse(null);
                if (segment.get(8).equals("MI") && level == Level.SUBSCRIBER) {
                    memberNumber = segment.find(9)
                            .filter(number -> number.length() <= 80)
                            .map(MemberNumber::new)
                            .orElseThrow(() -> segment.refusal(9, "must be the member number"));
                }
            }
        }
    }

    /** Whom a benefit line points at, such as the payer to whom this treatment is carved out. */
    private void other(X12Segment segment, @Nullable X12Segment benefit) {
        if (benefit != null && benefit.get(1).equals("U") && isTreatment(benefit)) {
            behavioralHealthPayer = line(segment, 3).orElse(behavioralHealthPayer);
        }
    }

    private void refused(X12Segment segment) {
        var code = segment.get(3);
        if (!code.matches("[A-Z0-9]{2}")) {
            throw segment.refusal(3, "must be a reject reason code");
        }
        var topic = NOT_FOUND.contains(code) ? Topic.NOT_FOUND : Topic.NO_ANSWER;
        statements.add(Statement.that(segment.place(), topic, true, NetworkScope.EITHER, null));
        var reason =
                switch (code) {
                    case "42" -> "the payer can't respond now";
                    case "58", "71" -> "the birth date is not the payer's";
                    case "72" -> "the member number is invalid or missing";
                    case "73", "65" -> "the name is invalid or missing";
                    case "75", "67" -> "the person is not found";
                    case "79" -> "the payer's own identifier is invalid";
                    default -> "see the list of reject reason codes";
                };
        notes.add("Rejected with code " + code + " (" + segment.place() + "): " + reason + ".");
    }

    private static Relationship relationship(X12Segment segment) {
        return switch (segment.get(2)) {
            case "18" -> Relationship.SELF;
            case "01" -> Relationship.SPOUSE;
            case "19" -> Relationship.CHILD;
            default -> Relationship.OTHER;
        };
    }

    private @Nullable Subscriber subscriber(boolean dependent) {
        if (!dependent) {
            return new Subscriber(Relationship.SELF, null, null, null);
        }
        var holder = parties.getOrDefault(Level.SUBSCRIBER, new Party());
        return new Subscriber(
                relationship == null || relationship == Relationship.SELF ? Relationship.OTHER : relationship,
                holder.given,
                holder.family,
                holder.bornOn == null ? null : new DateOfBirth(holder.bornOn));
    }

    private void date(X12Segment segment) {
        var qualifier = segment.get(1);
        if (!Set.of("291", "307", "346", "347", "348", "349", "356", "357").contains(qualifier)) {
            return;
        }
        var text = segment.get(3);
        switch (segment.get(2)) {
            case "D8" -> put(segment, qualifier, X12Segment.day(segment, 3, text));
            case "RD8" -> {
                var ends = text.split("-", -1);
                if (ends.length != 2) {
                    throw segment.refusal(3, "must be two days like 20260101-20261231");
                }
                put(segment, qualifier, X12Segment.day(segment, 3, ends[0]));
                put(segment, qualifier + "-", X12Segment.day(segment, 3, ends[1]));
            }
            default -> throw segment.refusal(2, "must be D8 or RD8");
        }
    }

    /** Far ends such as 99991231 mean that none is known. */
    private void put(X12Segment segment, String key, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2099) {
            return;
        }
        var before = dates.putIfAbsent(key, day);
        if (before != null && !before.equals(day)) {
            conflicts.add("Days of the kind DTP " + segment.get(1) + " differ: " + before + " and " + day + " ("
                    + segment.place() + ").");
        }
    }

    private @Nullable LocalDate firstOf(String... keys) {
        for (var key : keys) {
            var day = dates.get(key);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private @Nullable String plan() {
        return benefits.stream()
                .filter(line -> isAboutPlan(line) || isTreatment(line))
                .flatMap(line -> line(line, 5).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable PlanType planType() {
        var found = benefits.stream()
                .filter(line -> isAboutPlan(line) || isTreatment(line))
                .map(line -> PLAN_TYPES.get(line.get(4)))
                .filter(type -> type != null)
                .distinct()
                .toList();
        if (found.size() > 1) {
            notes.add("The payer names more than one kind of plan; none was taken.");
        }
        return found.size() == 1 ? found.get(0) : null;
    }

    private void state() {
        int left = 0;
        for (var line : benefits) {
            boolean treatment = isTreatment(line);
            boolean individual = line.all(3).contains(settings.individualServiceType());
            if (treatment || individual || isAboutPlan(line)) {
                state(line, !treatment && !individual, individual && !treatment);
            } else {
                left++;
            }
        }
        if (left > 0) {
            notes.add(left + (left == 1 ? " line" : " lines") + " about other kinds of service were left out.");
        }
    }

    private void state(X12Segment line, boolean planWide, boolean individual) {
        var network = network(line);
        var level = levelOfCare(line).orElse(null);
        switch (line.get(1)) {
            case "1", "2", "3", "4" -> say(line, Topic.COVERED, planWide, individual, network, level);
            case "6", "7", "8" -> say(line, Topic.INACTIVE, planWide, individual, network, level);
            case "5" -> notes.add("Coverage is active, pending an investigation (" + line.place() + ").");
            case "I" -> {
                say(line, Topic.NOT_COVERED, planWide, individual, network, level);
                exclusions.add("Not covered: service type " + String.join(", ", line.all(3))
                        + line.find(13)
                                .map(procedure -> ", procedure " + procedure)
                                .orElse("")
                        + (network == NetworkScope.OUT_OF_NETWORK ? ", out of network" : ""));
            }
            case "C" ->
                sum(line, planWide, network, Topic.DEDUCTIBLE, Topic.DEDUCTIBLE_REMAINING, Topic.DEDUCTIBLE_USED);
            case "G" -> sum(line, planWide, network, Topic.MAXIMUM, Topic.MAXIMUM_REMAINING, Topic.MAXIMUM_USED);
            case "B" -> share(line, planWide, individual, network);
            case "A" -> coinsurance(line, planWide, individual, network);
            case "F" -> limit(line, planWide, network);
            default -> {
                // Contacts, primary care and the like: nothing that the record has a place for.
            }
        }
        if (!individual) {
            authorization(line, planWide, network, level);
        }
    }

    /** What is said of single sessions does not decide whether treatment is covered. */
    private void say(
            X12Segment line,
            Topic topic,
            boolean planWide,
            boolean individual,
            NetworkScope network,
            @Nullable LevelOfCare level) {
        if (!individual) {
            statements.add(Statement.that(line.place(), topic, planWide, network, level));
        }
    }

    private void authorization(X12Segment line, boolean planWide, NetworkScope network, @Nullable LevelOfCare level) {
        switch (line.get(11)) {
            case "Y" ->
                statements.add(Statement.that(line.place(), Topic.AUTHORIZATION_REQUIRED, planWide, network, level));
            case "N" ->
                statements.add(
                        Statement.that(line.place(), Topic.AUTHORIZATION_NOT_REQUIRED, planWide, network, level));
            case "U" ->
                notes.add("The payer does not say whether an authorization is required (" + line.place() + ").");
            case "" -> {}
            default -> throw line.refusal(11, "must be Y, N or U");
        }
    }

    private void sum(
            X12Segment line, boolean planWide, NetworkScope network, Topic whole, Topic remaining, Topic used) {
        var holder =
                switch (line.get(2)) {
                    case "FAM" -> Holder.FAMILY;
                    case "IND", "" -> Holder.INDIVIDUAL;
                    default -> null;
                };
        if (holder == null) {
            notes.add("A sum for another coverage level was left out (" + line.place() + ").");
            return;
        }
        if (line.get(2).isEmpty()) {
            notes.add("The payer does not say whose sum it is; taken as the person's own (" + line.place() + ").");
        }
        var topic =
                switch (line.get(6)) {
                    case "29" -> remaining;
                    case "24" -> used;
                    case "21", "22", "23", "25", "" -> whole;
                    default -> null;
                };
        if (topic == null) {
            notes.add("A sum for another period was left out (" + line.place() + ").");
            return;
        }
        statements.add(new Statement(line.place(), topic, planWide, network, holder, null, null, null, money(line)));
    }

    private void share(X12Segment line, boolean planWide, boolean individual, NetworkScope network) {
        if (planWide || line.find(7).isEmpty()) {
            return;
        }
        var topic =
                switch (line.get(6)) {
                    case "27" -> Topic.COPAY_PER_VISIT;
                    case "7" -> Topic.COPAY_PER_DAY;
                    case "" -> Topic.COPAY;
                    default -> null;
                };
        if (topic == null) {
            notes.add("A copay for another period was left out (" + line.place() + ").");
            return;
        }
        statements.add(
                new Statement(line.place(), topic, false, network, null, service(individual), null, null, money(line)));
    }

    private void coinsurance(X12Segment line, boolean planWide, boolean individual, NetworkScope network) {
        if (planWide || line.find(8).isEmpty()) {
            return;
        }
        var share = line.number(8, 4);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            conflicts.add(
                    "A coinsurance of " + share.toPlainString() + " is not between 0 and 1 (" + line.place() + ").");
            return;
        }
        statements.add(new Statement(
                line.place(),
                Topic.COINSURANCE,
                false,
                network,
                null,
                service(individual),
                null,
                null,
                share.multiply(HUNDRED).stripTrailingZeros()));
    }

    private void limit(X12Segment line, boolean planWide, NetworkScope network) {
        var unit =
                switch (line.get(9)) {
                    case "VS" -> LimitUnit.VISIT;
                    case "DY" -> LimitUnit.DAY;
                    case "HS" -> LimitUnit.HOUR;
                    default -> null;
                };
        if (unit == null || planWide) {
            notes.add("A limitation that is not in visits, days or hours was left out (" + line.place() + ").");
            return;
        }
        var count = line.number(10, 0);
        if (count.compareTo(BigDecimal.valueOf(BenefitTerms.MAX_COUNT)) > 0) {
            notes.add("A limit beyond " + BenefitTerms.MAX_COUNT + " was taken as none (" + line.place() + ").");
            return;
        }
        var topic =
                switch (line.get(6)) {
                    case "29" -> Topic.LIMIT_REMAINING;
                    case "24" -> Topic.LIMIT_USED;
                    case "21", "22", "23", "25", "" -> Topic.LIMIT;
                    default -> null;
                };
        if (topic == null) {
            notes.add("A limit for another period was left out (" + line.place() + ").");
            return;
        }
        statements.add(new Statement(line.place(), topic, false, network, null, null, null, unit, count));
    }

    private static BigDecimal money(X12Segment line) {
        var amount = line.number(7, 2);
        if (amount.compareTo(new BigDecimal("9999999.99")) > 0) {
            throw line.refusal(7, "must be at most 9999999.99");
        }
        return amount;
    }

    private static ServiceKind service(boolean individual) {
        return individual ? ServiceKind.INDIVIDUAL : ServiceKind.INTENSIVE_OUTPATIENT;
    }

    private static NetworkScope network(X12Segment line) {
        return switch (line.get(12)) {
            case "Y" -> NetworkScope.IN_NETWORK;
            case "N" -> NetworkScope.OUT_OF_NETWORK;
            case "W" -> NetworkScope.EITHER;
            case "U", "" -> NetworkScope.UNKNOWN;
            default -> throw line.refusal(12, "must be Y, N, U or W");
        };
    }

    /** The level of care that a line's procedure is billed for; none for a line that names no procedure of ours. */
    private Optional<LevelOfCare> levelOfCare(X12Segment line) {
        var parts = line.get(13).split(":", -1);
        return parts.length < 2
                ? Optional.empty()
                : Optional.ofNullable(settings.procedures().get(parts[1])).flatMap(LevelOfCare::of);
    }

    private boolean isAboutPlan(@Nullable X12Segment line) {
        return line != null
                && line.find(13).isEmpty()
                && (line.all(3).isEmpty() || line.all(3).contains(WHOLE_PLAN));
    }

    /** Of the service types that treatment may be under, the first one that the payer speaks of is the one that counts. */
    private boolean isTreatment(X12Segment line) {
        return line.all(3).contains(treatmentType) || levelOfCare(line).isPresent();
    }

    private static Optional<String> line(X12Segment segment, int number) {
        return segment.find(number).map(text -> text.length() > 200 ? text.substring(0, 200) : text);
    }
}
