package care.iop.intake.estimate;

import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds a household's fee class. A wrong table stops the start. */
@ApplicationScoped
@Startup
class DetermineSlidingFee {

    private static final String POLICY =
            "[P] The classes above 100 percent and the nominal charge are this program's own policy. A clinical owner has to confirm them.";

    /** New guidelines come each January; after so many months without, a newer one has most likely been published. */
    private static final int MONTHS_UNTIL_DUBIOUS = 12;

    /** A class found by a guideline older than this would be wrong. */
    private static final int MONTHS_UNTIL_REFUSED = 24;

    private static final int DECIMALS_SHOWN = 6;

    private final PovertyGuidelines guidelines = PovertyGuidelines.load();
    private final SlidingFee slidingFee;

    DetermineSlidingFee(SlidingFeeSettings settings) {
        this.slidingFee = new SlidingFee(settings);
    }

    /** The class of a household, by the guideline that held on the day of the determination. */
    SlidingFeeView determine(SlidingFeeRequest request) {
        var published = inForce(request.determinedOn());
        var guideline = SlidingFeeView.Guideline.of(published, request.region(), request.householdSize());
        var feeClass = slidingFee.classOf(request.annualIncome(), guideline.amount());
        return new SlidingFeeView(
                feeClass,
                slidingFee.nominalCharge(),
                request.fullCharge() == null ? null : slidingFee.pays(feeClass, request.fullCharge()),
                request.annualIncome()
                        .dollars()
                        .movePointRight(2)
                        .divide(guideline.amount().dollars(), DECIMALS_SHOWN, RoundingMode.HALF_UP),
                guideline,
                slidingFee.version(),
                POLICY,
                notes(guideline, request.determinedOn()));
    }

    private PovertyGuideline inForce(LocalDate day) {
        var errors = new ArrayList<FieldProblem>();
        PlausibleDay.check(errors, "/determinedOn", day);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("/determinedOn", errors.get(0).detail());
        }
        return guidelines
                .inForceOn(day)
                .filter(guideline -> !day.isAfter(guideline.effectiveOn().plusMonths(MONTHS_UNTIL_REFUSED)))
                .orElseThrow(() -> ProblemException.invalid(
                        "/determinedOn", "has no poverty guideline here; choose another day or load that year's"));
    }

    private static List<String> notes(SlidingFeeView.Guideline guideline, LocalDate day) {
        var notes = new ArrayList<String>();
        notes.add("Nobody is refused because they can't pay.");
        notes.add(
                "An insured person pays no more than the amount of their class, as far as the contract with the payer allows.");
        notes.add("The nominal charge is flat and no minimum fee.");
        if (!guideline.hasOnlyOfficialFigures()) {
            notes.add("Not all figures of the guideline were read in the official publication: confirm them.");
        }
        if (day.isAfter(guideline.effectiveOn().plusMonths(MONTHS_UNTIL_DUBIOUS))) {
            notes.add(
                    "The guideline is more than a year old: a newer one has most likely been published and should be loaded.");
        }
        return List.copyOf(notes);
    }
}
