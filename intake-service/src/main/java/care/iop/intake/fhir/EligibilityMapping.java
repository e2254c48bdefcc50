package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.intake.benefits.BenefitTerms.Holder;
import care.iop.intake.benefits.BenefitTerms.LimitUnit;
import care.iop.intake.benefits.NetworkScope;
import care.iop.intake.benefits.PayerAnswer;
import care.iop.intake.benefits.Statement;
import care.iop.intake.benefits.Statement.Topic;
import care.iop.intake.benefits.VerificationSource;
import care.iop.intake.benefits.X12Settings;
import care.iop.intake.estimate.ServiceKind;
import care.iop.intake.level.LevelOfCare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.BenefitComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.EligibilityResponseStatus;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.InsuranceComponent;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.ItemsComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;

/** A FHIR CoverageEligibilityResponse as a payer's answer. Each benefit of each item is a statement of its own. */
final class EligibilityMapping {

    private static final String WHOLE_PLAN = "30";

    /** Beyond what any answer about one person needs. */
    private static final int MOST_ITEMS = 500;

    private static final int MOST_BENEFITS = 20;
    private static final int MAX_LENGTH = 200;
    private static final BigDecimal LARGEST = new BigDecimal("9999999.99");

    private final CoverageEligibilityResponse response;
    private final X12Settings settings;
    private final String treatment;
    private final List<Statement> statements = new ArrayList<>();
    private final List<String> exclusions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private EligibilityMapping(CoverageEligibilityResponse response, X12Settings settings) {
        this.response = response;
        this.settings = settings;
        this.treatment = settings.treatmentServiceTypes().stream()
                .filter(type -> response.getInsurance().stream()
                        .flatMap(insurance -> insurance.getItem().stream())
                        .anyMatch(item -> has(item.getCategory(), type)))
                .findFirst()
                .orElse("");
    }

    /** An answer and whose it is. */
    record Mapped(UUID patientId, PayerAnswer answer) {}

    static Mapped map(CoverageEligibilityResponse response, X12Settings settings, ZoneId zone, Instant now) {
        return new EligibilityMapping(response, settings).map(zone, now);
    }

    private Mapped map(ZoneId zone, Instant now) {
        if (response.getStatus() != EligibilityResponseStatus.ACTIVE) {
            throw new UnusableResourceException("status", "must be active");
        }
        var patientId = patientId();
        var answeredAt = answeredAt(zone, now);
        outcome();
        var insurance = insurance();
        LocalDate yearEndsOn = null;
        if (insurance != null) {
            state(insurance);
            yearEndsOn = benefitYearEndsOn(insurance);
        }
        var answer = new PayerAnswer(
                VerificationSource.FHIR,
                answeredAt,
                LocalDate.ofInstant(answeredAt, zone),
                reference(),
                new PayerAnswer.Policy(
                        payer(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        yearEndsOn,
                        text(response.getPreAuthRef(), "preAuthRef").orElse(null)),
                statements,
                exclusions,
                List.of(),
                notes);
        return new Mapped(patientId, answer);
    }

    private UUID patientId() {
        var reference = response.getPatient().getReference();
        if (reference != null && reference.startsWith("Patient/")) {
            try {
                return UUID.fromString(reference.substring("Patient/".length()));
            } catch (IllegalArgumentException e) {
                throw new UnusableResourceException(
                        "patient", "must be Patient/ and the identifier that we know the patient by");
            }
        }
        throw new UnusableResourceException(
                "patient", "must be Patient/ and the identifier that we know the patient by");
    }

    private Instant answeredAt(ZoneId zone, Instant now) {
        var created = response.getCreatedElement();
        var at = FhirDates.moment(created)
                .or(() ->
                        FhirDates.day(created).map(day -> day.atStartOfDay(zone).toInstant()))
                .orElseThrow(() -> new UnusableResourceException("created", "must be a day or a moment"));
        if (at.isAfter(now.plusSeconds(3600))) {
            throw new UnusableResourceException("created", "lies in the future");
        }
        return at.isAfter(now) ? now : at;
    }

    private void outcome() {
        var outcome = response.getOutcome();
        if (outcome == null) {
            throw new UnusableResourceException("outcome", "is needed");
        }
        switch (outcome) {
            case QUEUED ->
                throw new UnusableResourceException("outcome", "is queued: send the answer when there is one");
            case ERROR -> {
                statements.add(Statement.that("outcome", Topic.NO_ANSWER, true, NetworkScope.EITHER, null));
                response.getError().stream()
                        .flatMap(error -> error.getCode().getCoding().stream())
                        .map(coding -> coding.getCode())
                        .filter(code -> code != null && code.matches("[A-Za-z0-9-]{1,40}"))
                        .limit(20)
                        .forEach(code -> notes.add("The payer answers with error " + code + "."));
            }
            case PARTIAL -> notes.add("The payer calls its answer partial.");
            case COMPLETE, NULL -> {}
        }
    }

    private @Nullable InsuranceComponent insurance() {
        var all = response.getInsurance();
        if (all.size() > 1) {
            throw new UnusableResourceException(
                    "insurance", "must be one: send the answer about one coverage at a time");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    private @Nullable LocalDate benefitYearEndsOn(InsuranceComponent insurance) {
        DateTimeType end = insurance.getBenefitPeriod().getEndElement();
        return end == null
                ? null
                : FhirDates.day(end)
                        .filter(day -> day.getYear() >= 2000 && day.getYear() <= 2099)
                        .orElse(null);
    }

    private void state(InsuranceComponent insurance) {
        if (insurance.hasInforce()) {
            statements.add(Statement.that(
                    "insurance[0].inforce",
                    insurance.getInforce() ? Topic.COVERED : Topic.INACTIVE,
                    true,
                    NetworkScope.EITHER,
                    null));
        }
        if (insurance.getItem().size() > MOST_ITEMS) {
            throw new UnusableResourceException("insurance[0].item", "has more than " + MOST_ITEMS + " items");
        }
        int left = 0;
        for (int i = 0; i < insurance.getItem().size(); i++) {
            var item = insurance.getItem().get(i);
            var at = "insurance[0].item[" + i + "]";
            var level = level(item);
            boolean treated = has(item.getCategory(), treatment) || level.isPresent();
            boolean individual = !treated && has(item.getCategory(), settings.individualServiceType());
            boolean plan = !treated
                    && !individual
                    && (!item.hasCategory() || has(item.getCategory(), WHOLE_PLAN))
                    && !item.hasProductOrService();
            if (treated || individual || plan) {
                state(item, at, plan, individual, level.orElse(null));
            } else {
                left++;
            }
        }
        if (left > 0) {
            notes.add(left + (left == 1 ? " item" : " items") + " about other kinds of service were left out.");
        }
    }

    private void state(
            ItemsComponent item, String at, boolean planWide, boolean individual, @Nullable LevelOfCare level) {
        var network = network(item, at);
        if (!individual && item.hasExcluded()) {
            statements.add(Statement.that(
                    at + ".excluded",
                    item.getExcluded() ? Topic.NOT_COVERED : Topic.COVERED,
                    planWide,
                    network,
                    level));
        }
        if (item.getExcluded()) {
            exclusions.add("Not covered: " + at);
        }
        if (!individual && item.hasAuthorizationRequired()) {
            statements.add(Statement.that(
                    at + ".authorizationRequired",
                    item.getAuthorizationRequired() ? Topic.AUTHORIZATION_REQUIRED : Topic.AUTHORIZATION_NOT_REQUIRED,
                    planWide,
                    network,
                    level));
        }
        if (item.getBenefit().size() > MOST_BENEFITS) {
            throw new UnusableResourceException(at + ".benefit", "has more than " + MOST_BENEFITS + " benefits");
        }
        for (int i = 0; i < item.getBenefit().size(); i++) {
            benefit(item, item.getBenefit().get(i), at + ".benefit[" + i + "]", planWide, individual, network);
        }
    }

    private void benefit(
            ItemsComponent item,
            BenefitComponent benefit,
            String at,
            boolean planWide,
            boolean individual,
            NetworkScope network) {
        var holder = has(item.getUnit(), "family") ? Holder.FAMILY : Holder.INDIVIDUAL;
        var service = individual ? ServiceKind.INDIVIDUAL : ServiceKind.INTENSIVE_OUTPATIENT;
        if (has(benefit.getType(), "deductible")) {
            sum(at, Topic.DEDUCTIBLE, planWide, network, holder, benefit.getAllowed(), "allowed");
            sum(at, Topic.DEDUCTIBLE_USED, planWide, network, holder, benefit.getUsed(), "used");
        } else if (has(benefit.getType(), "out-of-pocket-maximum")) {
            sum(at, Topic.MAXIMUM, planWide, network, holder, benefit.getAllowed(), "allowed");
            sum(at, Topic.MAXIMUM_USED, planWide, network, holder, benefit.getUsed(), "used");
        } else if (has(benefit.getType(), "copay") && !planWide) {
            var topic = has(item.getTerm(), "day") ? Topic.COPAY_PER_DAY : Topic.COPAY;
            money(benefit.getAllowed(), at + ".allowed")
                    .ifPresent(amount -> statements.add(
                            new Statement(at, topic, false, network, null, service, null, null, amount)));
        } else if (has(benefit.getType(), "copay-percent") && !planWide) {
            count(benefit.getAllowed(), at + ".allowed", 100)
                    .ifPresent(percent -> statements.add(
                            new Statement(at, Topic.COINSURANCE, false, network, null, service, null, null, percent)));
        } else if (has(benefit.getType(), "visit") && !planWide && !individual) {
            count(benefit.getAllowed(), at + ".allowed", 9999)
                    .ifPresent(count -> statements.add(
                            new Statement(at, Topic.LIMIT, false, network, null, null, null, LimitUnit.VISIT, count)));
            count(benefit.getUsed(), at + ".used", 9999)
                    .ifPresent(count -> statements.add(new Statement(
                            at, Topic.LIMIT_USED, false, network, null, null, null, LimitUnit.VISIT, count)));
        } else {
            notes.add("A benefit was left out (" + at + ").");
        }
    }

    private void sum(
            String at,
            Topic topic,
            boolean planWide,
            NetworkScope network,
            Holder holder,
            @Nullable Type value,
            String element) {
        money(value, at + "." + element)
                .ifPresent(amount ->
                        statements.add(new Statement(at, topic, planWide, network, holder, null, null, null, amount)));
    }

    private static Optional<BigDecimal> money(@Nullable Type value, String at) {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Money money) || money.getValue() == null) {
            throw new UnusableResourceException(at, "must be money");
        }
        if (money.hasCurrency() && !"USD".equals(money.getCurrency())) {
            throw new UnusableResourceException(at, "must be in USD");
        }
        var amount = money.getValue();
        if (amount.signum() < 0
                || amount.precision() > 20
                || Math.abs((long) amount.scale()) > 20
                || amount.compareTo(LARGEST) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw new UnusableResourceException(at, "must be an amount from 0 to 9999999.99 with at most two decimals");
        }
        return Optional.of(amount);
    }

    private static Optional<BigDecimal> count(@Nullable Type value, String at, int most) {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof UnsignedIntType count) || count.getValue() == null || count.getValue() > most) {
            throw new UnusableResourceException(at, "must be a whole number from 0 to " + most);
        }
        return Optional.of(BigDecimal.valueOf(count.getValue()));
    }

    private static NetworkScope network(ItemsComponent item, String at) {
        if (!item.hasNetwork()) {
            return NetworkScope.UNKNOWN;
        }
        if (has(item.getNetwork(), "in")) {
            return NetworkScope.IN_NETWORK;
        }
        if (has(item.getNetwork(), "out")) {
            return NetworkScope.OUT_OF_NETWORK;
        }
        throw new UnusableResourceException(at + ".network", "must be in or out");
    }

    private Optional<LevelOfCare> level(ItemsComponent item) {
        return item.getProductOrService().getCoding().stream()
                .flatMap(coding ->
                        Optional.ofNullable(settings.procedures().get(String.valueOf(coding.getCode()))).stream())
                .flatMap(level -> LevelOfCare.of(level).stream())
                .findFirst();
    }

    private static boolean has(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
    }

    private @Nullable String reference() {
        return response.getIdentifier().stream()
                .flatMap(identifier -> text(identifier.getValue(), "identifier").stream())
                .findFirst()
                .orElse(null);
    }

    private String payer() {
        return text(response.getInsurer().getDisplay(), "insurer")
                .orElseThrow(() -> new UnusableResourceException("insurer", "needs a display: the payer's name"));
    }

    private static Optional<String> text(@Nullable String text, String element) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new UnusableResourceException(element, "must have 1 to " + MAX_LENGTH + " characters on one line");
        }
        return Optional.of(text);
    }
}
