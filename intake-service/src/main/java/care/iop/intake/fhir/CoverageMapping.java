package care.iop.intake.fhir;

import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.intake.benefits.InsurancePolicy;
import care.iop.intake.person.MemberNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** A FHIR Coverage as an insurance policy. */
final class CoverageMapping {

    private static final int MAX_LENGTH = 200;

    private CoverageMapping() {}

    /**
     * Maps a Coverage.
     *
     * @param organizations the names of the bundle's organizations, by full URL
     */
    static InsurancePolicy.Terms map(
            Coverage coverage, SubjectReferences subject, Map<String, String> organizations, LocalDate today) {
        subject.require(coverage.getBeneficiary(), "beneficiary");
        if (coverage.getStatus() != CoverageStatus.ACTIVE) {
            throw new UnusableResourceException("status", "must be active");
        }
        var startsOn = day(coverage.getPeriod().getStartElement());
        var endsOn = day(coverage.getPeriod().getEndElement());
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            throw new UnusableResourceException("period", "must not end before it starts");
        }
        return new InsurancePolicy.Terms(
                payer(coverage, organizations), plan(coverage), memberNumber(coverage, today), startsOn, endsOn);
    }

    private static String payer(Coverage coverage, Map<String, String> organizations) {
        return coverage.getPayor().stream()
                .flatMap(payor -> name(payor, organizations).stream())
                .findFirst()
                .map(name -> shortEnough(name, "payor"))
                .orElseThrow(() -> new UnusableResourceException(
                        "payor", "needs a display, or a reference to an Organization of this bundle that has a name"));
    }

    private static Optional<String> name(Reference payor, Map<String, String> organizations) {
        return payor.hasDisplay()
                ? Optional.of(payor.getDisplay())
                : Optional.ofNullable(organizations.get(payor.hasReference() ? payor.getReference() : ""));
    }

    private static @Nullable String plan(Coverage coverage) {
        var type = coverage.getType();
        if (type.hasText()) {
            return shortEnough(type.getText(), "type");
        }
        return type.getCoding().stream()
                .filter(coding -> coding.hasDisplay())
                .findFirst()
                .map(coding -> shortEnough(coding.getDisplay(), "type"))
                .orElse(null);
    }

    private static @Nullable MemberNumber memberNumber(Coverage coverage, LocalDate today) {
        if (!coverage.hasSubscriberId()) {
            return null;
        }
        var number = new MemberNumber(coverage.getSubscriberId());
        number.fault(today).ifPresent(fault -> {
            throw new UnusableResourceException("subscriberId", fault);
        });
        return number;
    }

    private static @Nullable LocalDate day(@Nullable DateTimeType date) {
        return date == null ? null : FhirDates.day(date).orElse(null);
    }

    private static String shortEnough(String text, String element) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new UnusableResourceException(element, "must have 1 to " + MAX_LENGTH + " characters");
        }
        return text;
    }
}
