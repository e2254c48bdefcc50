package care.iop.intake.benefits;

import care.iop.chassis.problem.FieldProblem;
import care.iop.intake.estimate.CopayPer;
import care.iop.intake.estimate.Money;
import care.iop.intake.estimate.NetworkStatus;
import care.iop.intake.estimate.PlausibleDay;
import care.iop.intake.estimate.ServiceKind;
import care.iop.intake.level.LevelOfCare;
import care.iop.intake.person.DateOfBirth;
import care.iop.intake.person.Faultless;
import care.iop.intake.person.MemberNumber;
import care.iop.intake.person.PersonName;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a payer said of one person's benefits. What it did not say is absent, and a list that is absent is empty.
 *
 * @param behavioralHealthPayer who pays for this treatment where the plan has carved it out
 * @param startsOn the first day of cover
 * @param endsOn the last day of cover, included; absent when no end is known
 * @param accumulatorsAsOf the day that the payer's figures are of
 */
@Schema(
        name = "BenefitTerms",
        description = "What the payer said; what it did not say is absent",
        examples = BenefitTerms.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenefitTerms(
        @NotNull @Valid Payer payer,

        @Schema(description = "Who pays for this treatment where the plan has carved it out", maxLength = 200)
        @Nullable
        @Pattern(regexp = LINE, message = LINE_RULE)
        String behavioralHealthPayer,

        @Schema(examples = "Example Choice 2000", maxLength = 200)
        @Nullable
        @Pattern(regexp = LINE, message = LINE_RULE)
        String plan,

        @Nullable PlanType planType,
        @Nullable @Faultless MemberNumber memberNumber,

        @Schema(maxLength = 200) @Nullable @Pattern(regexp = LINE, message = LINE_RULE)
        String groupNumber,

        @Schema(description = "Who holds the policy; the person when absent") @Nullable @Valid
        Subscriber subscriber,

        @Schema(description = "The first day of cover") @Nullable
        LocalDate startsOn,

        @Schema(description = "The last day of cover; absent when no end is known") @Nullable
        LocalDate endsOn,

        @Nullable BenefitYearBasis benefitYearBasis,

        @Schema(description = "The last day of the present benefit year; needed for a plan year") @Nullable
        LocalDate benefitYearEndsOn,

        @Schema(description = "Whether the facility has a contract with the plan; UNKNOWN when absent") @Nullable
        NetworkStatus facilityNetwork,

        @Schema(description = "The same for who treats; UNKNOWN when absent") @Nullable
        NetworkStatus practitionerNetwork,

        @Schema(description = "The day that the figures of the accumulators are of; needed with them") @Nullable
        LocalDate accumulatorsAsOf,

        @Schema(description = "Deductible and out-of-pocket maximum, each by whom and by network; never sums")
        @Size(max = 24)
        List<@NotNull @Valid Accumulator> accumulators,

        @Schema(description = "What the plan has its members pay, by kind of service and network") @Size(max = 60)
        List<@NotNull @Valid ServiceShare> costShares,

        @Schema(description = "What the plan covers, by level of care") @Size(max = 20)
        List<@NotNull @Valid LevelCoverage> levelsOfCare,

        @Schema(description = "UNKNOWN when absent") @Nullable
        YesNoUnknown authorizationRequired,

        @Schema(description = "The authorization that the payer has on file, if any") @Nullable @Valid
        AuthorizationOnFile authorization,

        @Size(max = 20) List<@NotNull @Valid UseLimit> limits,

        @Schema(description = "UNKNOWN when absent") @Nullable
        YesNoUnknown telehealthCovered,

        @Schema(description = "What the plan says that it does not pay for") @Size(max = 40)
        List<@NotNull @Pattern(regexp = LINE, message = LINE_RULE) String> exclusions) {

    static final String LINE = "(?!\\s*$)\\P{Cntrl}{1,200}";
    static final String LINE_RULE = "must have 1 to 200 characters and no control characters";

    static final String EXAMPLE = """
            {
              "payer": {"name": "Example Health Plan", "electronicId": "EX001"},
              "plan": "Example Choice 2000",
              "planType": "PPO",
              "memberNumber": "MEM-0001",
              "groupNumber": "GRP-77",
              "subscriber": {"relationship": "SELF"},
              "startsOn": "2026-01-01",
              "benefitYearBasis": "CALENDAR_YEAR",
              "facilityNetwork": "IN_NETWORK",
              "practitionerNetwork": "IN_NETWORK",
              "accumulatorsAsOf": "2026-11-23",
              "accumulators": [
                {"kind": "DEDUCTIBLE", "holder": "INDIVIDUAL", "network": "IN_NETWORK", "amount": 1500.00, "remaining": 500.00},
                {"kind": "OUT_OF_POCKET_MAXIMUM", "holder": "INDIVIDUAL", "network": "IN_NETWORK", "amount": 6000.00, "remaining": 4100.00}
              ],
              "costShares": [
                {"service": "INTENSIVE_OUTPATIENT", "network": "IN_NETWORK", "copay": 40.00, "copayPer": "DAY", "deductibleApplies": false}
              ],
              "levelsOfCare": [{"levelOfCare": "2.1", "covered": "YES", "authorizationRequired": "YES"}],
              "authorizationRequired": "YES",
              "limits": [{"unit": "VISIT", "allowed": 60, "used": 4, "stricterThanMedical": false}],
              "telehealthCovered": "YES"
            }""";

    /**
     * Who pays.
     *
     * @param electronicId by which the payer is addressed in X12
     */
    @Schema(name = "BenefitPayer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payer(
            @Schema(required = true, examples = "Example Health Plan", maxLength = 200)
            @NotNull
            @Pattern(regexp = LINE, message = LINE_RULE)
            String name,

            @Schema(description = "By which the payer is addressed in X12", examples = "EX001")
            @Nullable
            @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,79}",
                    message = "must have 2 to 80 letters, digits and hyphens")
            String electronicId) {}

    /** Who holds the policy. The names and the birth date are needed only when it is not the person. */
    @Schema(name = "BenefitSubscriber")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subscriber(
            @NotNull Relationship relationship,
            @Nullable @Faultless PersonName givenName,
            @Nullable @Faultless PersonName familyName,
            @Nullable @Faultless DateOfBirth birthDate) {}

    /** What the person is to who holds the policy. */
    @Schema(name = "BenefitRelationship")
    public enum Relationship {
        SELF,
        SPOUSE,
        CHILD,
        OTHER
    }

    /** The kinds of plan that staff tell apart. */
    @Schema(name = "BenefitPlanType")
    public enum PlanType {
        HMO,
        PPO,
        EPO,
        POS,
        INDEMNITY,
        HIGH_DEDUCTIBLE,
        MEDICAID,
        MEDICARE,
        MEDICARE_ADVANTAGE,
        TRICARE,
        OTHER
    }

    /** When deductible and maximum begin again. */
    enum BenefitYearBasis {
        CALENDAR_YEAR,
        PLAN_YEAR
    }

    /** A sum that a member reaches in the course of a benefit year. */
    @Schema(name = "BenefitAccumulator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accumulator(
            @NotNull AccumulatorKind kind,
            @NotNull Holder holder,
            @NotNull NetworkScope network,

            @Schema(description = "Of a whole benefit year") @Nullable @Faultless
            Money amount,

            @Schema(description = "What is not yet reached of it; 0 when it is met") @Nullable @Faultless
            Money remaining) {

        private List<Object> key() {
            return List.of(kind, holder, network);
        }
    }

    /** What is reached in the course of a benefit year. */
    public enum AccumulatorKind {
        DEDUCTIBLE,
        OUT_OF_POCKET_MAXIMUM
    }

    /** Whose payments count toward a sum. */
    @Schema(name = "AccumulatorHolder")
    public enum Holder {
        INDIVIDUAL,
        FAMILY
    }

    /** What members pay for one kind of service: a copay or a coinsurance. */
    @Schema(name = "BenefitCostShare")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServiceShare(
            @NotNull ServiceKind service,
            @NotNull NetworkScope network,
            @Nullable @Faultless Money copay,

            @Schema(description = "SERVICE when absent") @Nullable
            CopayPer copayPer,

            @Schema(description = "The member's percent", examples = "20")
            @Nullable
            @DecimalMin("0")
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            BigDecimal coinsurancePercent,

            @Schema(description = "Absent when the payer did not say") @Nullable
            Boolean deductibleApplies) {

        private List<Object> key() {
            return List.of(service, network, copay != null);
        }
    }

    /** What the plan covers at one level of care. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LevelCoverage(
            @NotNull LevelOfCare levelOfCare,
            @NotNull YesNoUnknown covered,

            @Schema(description = "UNKNOWN when absent") @Nullable
            YesNoUnknown authorizationRequired) {}

    /** An authorization as the payer has it on file. Units are counted by the program itself elsewhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthorizationOnFile(
            @NotNull @Pattern(regexp = LINE, message = LINE_RULE) @Schema(required = true, maxLength = 200)
            String number,

            @Nullable @Min(0) @Max(MAX_COUNT) Integer unitsAuthorized,
            @Nullable @Min(0) @Max(MAX_COUNT) Integer unitsUsed,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,

            @Schema(description = "When the payer wants to hear how treatment goes") @Nullable
            LocalDate concurrentReviewDueOn) {}

    /** How much of a service the plan pays for in a benefit year. */
    @Schema(name = "BenefitUseLimit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UseLimit(
            @NotNull LimitUnit unit,
            @NotNull @Min(0) @Max(MAX_COUNT) Integer allowed,
            @Nullable @Min(0) @Max(MAX_COUNT) Integer used,

            @Schema(
                    description =
                            "Whether the plan limits medical care less: to be looked at under mental health parity (MHPAEA)")
            @Nullable
            Boolean stricterThanMedical) {}

    /** What a limit counts. */
    @Schema(name = "BenefitLimitUnit")
    public enum LimitUnit {
        VISIT,
        DAY,
        HOUR
    }

    static final int MAX_COUNT = 9999;

    public BenefitTerms {
        accumulators = orNone(accumulators);
        costShares = orNone(costShares);
        levelsOfCare = orNone(levelsOfCare);
        limits = orNone(limits);
        exclusions = orNone(exclusions);
    }

    /** Keeps a null element, so that validation can point at it. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    boolean isInForce(LocalDate day) {
        return (startsOn == null || !day.isBefore(startsOn)) && (endsOn == null || !day.isAfter(endsOn));
    }

    /** What the payer said of a level of care; empty when it did not speak of it. */
    Optional<LevelCoverage> at(LevelOfCare level) {
        return levelsOfCare.stream()
                .filter(coverage -> coverage.levelOfCare() == level)
                .findFirst();
    }

    /** The last day of the benefit year that a day lies in, as far as the payer's words tell. */
    Optional<LocalDate> endOfBenefitYear(LocalDate day) {
        if (benefitYearEndsOn != null) {
            return Optional.of(benefitYearEndsOn);
        }
        return benefitYearBasis == BenefitYearBasis.CALENDAR_YEAR
                ? Optional.of(day.with(MonthDay.of(Month.DECEMBER, 31)))
                : Optional.empty();
    }

    /** What can't be so, at pointers below the given one. */
    List<FieldProblem> contradictions(String at, LocalDate today) {
        var found = new ArrayList<FieldProblem>();
        PlausibleDay.check(found, at + "/startsOn", startsOn);
        PlausibleDay.check(found, at + "/endsOn", endsOn);
        PlausibleDay.check(found, at + "/benefitYearEndsOn", benefitYearEndsOn);
        PlausibleDay.check(found, at + "/accumulatorsAsOf", accumulatorsAsOf);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            found.add(new FieldProblem(at + "/endsOn", "must not lie before startsOn"));
        }
        if (benefitYearBasis == BenefitYearBasis.PLAN_YEAR && benefitYearEndsOn == null) {
            found.add(new FieldProblem(
                    at + "/benefitYearEndsOn",
                    "is needed for a plan year, since benefits are verified again when it ends"));
        }
        if (benefitYearBasis == BenefitYearBasis.CALENDAR_YEAR
                && benefitYearEndsOn != null
                && !MonthDay.from(benefitYearEndsOn).equals(MonthDay.of(Month.DECEMBER, 31))) {
            found.add(new FieldProblem(at + "/benefitYearEndsOn", "must be a 31 December for a calendar year"));
        }
        checkAccumulators(found, at, today);
        checkShares(found, at);
        checkLevels(found, at);
        checkAuthorization(found, at);
        for (int i = 0; i < limits.size(); i++) {
            var limit = limits.get(i);
            if (limit.used() != null && limit.used() > limit.allowed()) {
                found.add(new FieldProblem(at + "/limits/" + i + "/used", "must not be more than allowed"));
            }
        }
        return found;
    }

    private void checkAccumulators(List<FieldProblem> found, String at, LocalDate today) {
        if (accumulatorsAsOf == null && !accumulators.isEmpty()) {
            found.add(new FieldProblem(at + "/accumulatorsAsOf", "is needed with accumulators"));
        }
        // A day of leeway, since the payer's own day can be ahead of ours.
        if (accumulatorsAsOf != null && accumulatorsAsOf.isAfter(today.plusDays(1))) {
            found.add(new FieldProblem(at + "/accumulatorsAsOf", "must not lie in the future"));
        }
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < accumulators.size(); i++) {
            var one = accumulators.get(i);
            var pointer = at + "/accumulators/" + i;
            if (!seen.add(one.key())) {
                found.add(new FieldProblem(pointer, "is there already with the same kind, holder and network"));
            }
            if (one.amount() == null && one.remaining() == null) {
                found.add(new FieldProblem(pointer, "needs an amount or what is remaining of it"));
            }
            if (one.amount() != null
                    && one.remaining() != null
                    && one.remaining().isMoreThan(one.amount())) {
                found.add(new FieldProblem(pointer + "/remaining", "must not be more than amount"));
            }
        }
    }

    private void checkShares(List<FieldProblem> found, String at) {
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < costShares.size(); i++) {
            var share = costShares.get(i);
            var pointer = at + "/costShares/" + i;
            if ((share.copay() == null) == (share.coinsurancePercent() == null)) {
                found.add(new FieldProblem(
                        pointer,
                        "needs a copay or a coinsurancePercent and not both; a copay of 0 says that nothing is owed"));
            } else if (!seen.add(share.key())) {
                found.add(new FieldProblem(pointer, "is there already for the same service and network"));
            }
            if (share.copay() == null && share.copayPer() != null) {
                found.add(new FieldProblem(pointer + "/copayPer", "needs a copay"));
            }
        }
    }

    private void checkLevels(List<FieldProblem> found, String at) {
        var seen = new HashSet<LevelOfCare>();
        for (int i = 0; i < levelsOfCare.size(); i++) {
            if (!seen.add(levelsOfCare.get(i).levelOfCare())) {
                found.add(new FieldProblem(at + "/levelsOfCare/" + i + "/levelOfCare", "is there already"));
            }
        }
    }

    private void checkAuthorization(List<FieldProblem> found, String at) {
        if (authorization == null) {
            return;
        }
        var pointer = at + "/authorization";
        PlausibleDay.check(found, pointer + "/startsOn", authorization.startsOn());
        PlausibleDay.check(found, pointer + "/endsOn", authorization.endsOn());
        PlausibleDay.check(found, pointer + "/concurrentReviewDueOn", authorization.concurrentReviewDueOn());
        if (authorization.startsOn() != null
                && authorization.endsOn() != null
                && authorization.endsOn().isBefore(authorization.startsOn())) {
            found.add(new FieldProblem(pointer + "/endsOn", "must not lie before startsOn"));
        }
        if (authorization.unitsAuthorized() != null
                && authorization.unitsUsed() != null
                && authorization.unitsUsed() > authorization.unitsAuthorized()) {
            found.add(new FieldProblem(pointer + "/unitsUsed", "must not be more than unitsAuthorized"));
        }
    }
}
