package care.iop.intake.fhir;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.id.Ids;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.IntakeProblem;
import care.iop.intake.benefits.InsurancePolicies;
import care.iop.intake.benefits.InsurancePolicy;
import care.iop.intake.fhir.EntryReading.Person;
import care.iop.intake.fhir.EntryReading.Policy;
import care.iop.intake.fhir.EntryReading.Request;
import care.iop.intake.fhir.EntryReading.Screening;
import care.iop.intake.fhir.TakenBundle.Place;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
import care.iop.intake.patient.RegisterPatient;
import care.iop.intake.referral.ReferPatient;
import care.iop.intake.referral.Referral;
import care.iop.intake.referral.ReferralRequest;
import care.iop.intake.referral.ReferralSource;
import care.iop.intake.referral.Referrals;
import care.iop.intake.referral.Urgency;
import care.iop.intake.screening.ScreeningResult;
import care.iop.intake.screening.ScreeningResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes over what a bundle brings: all of it or nothing, and nothing that was taken before. */
@ApplicationScoped
class TakeBundle {

    private final Patients patients;
    private final RegisterPatient registerPatient;
    private final Referrals referrals;
    private final ReferPatient referPatient;
    private final InsurancePolicies policies;
    private final ScreeningResults screeningResults;
    private final AccessAudit audit;
    private final Ids ids;
    private final Clock clock;

    TakeBundle(
            Patients patients,
            RegisterPatient registerPatient,
            Referrals referrals,
            ReferPatient referPatient,
            InsurancePolicies policies,
            ScreeningResults screeningResults,
            AccessAudit audit,
            Ids ids,
            Clock clock) {
        this.patients = patients;
        this.registerPatient = registerPatient;
        this.referrals = referrals;
        this.referPatient = referPatient;
        this.policies = policies;
        this.screeningResults = screeningResults;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores what is new, and finds what is not. A known patient's details stay as they are.
     *
     * @throws ProblemException IDENTITY_CONFLICT when the identifiers name several of our patients, or one with another
     *     birth date
     */
    @Transactional
    TakenBundle take(ReceivedBundle bundle) {
        var places = new HashMap<Integer, Place>();
        var person = bundle.person();
        var known = known(person);
        var patient = known.orElseGet(() -> registerPatient.register(
                person.details(),
                person.details().identifiers().isEmpty() ? person.key().value() : null));
        known.ifPresent(found -> audit.read("Patient", found.id(), found.id()));
        places.put(person.index(), new Place(TakenBundle.patientPath(patient.id()), known.isEmpty()));

        var requestKey = bundle.request().map(Request::key).orElse(bundle.ownKey());
        var referralKey = SourceKey.of(patient.id().toString(), requestKey.value());
        var earlier = earlier(patient, requestKey);
        var referral = earlier.orElseGet(() -> refer(patient.id(), bundle.request(), referralKey));
        bundle.request()
                .ifPresent(request -> places.put(
                        request.index(), new Place(TakenBundle.referralPath(referral.id()), earlier.isEmpty())));

        takePolicies(bundle.policies(), patient.id(), referral.id(), places);
        takeScreenings(bundle.screenings(), patient.id(), referral.id(), places);
        return new TakenBundle(referral.id(), earlier.isEmpty(), places);
    }

    /** The referral that the same message led to before, be it under the identifier of a patient who was merged since. */
    private Optional<Referral> earlier(Patient patient, SourceKey requestKey) {
        return patients.idsOf(patient).stream()
                .map(id -> referrals.cameAs(
                        SourceKey.of(id.toString(), requestKey.value()).value()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Patient> known(Person person) {
        var identifiers = person.details().identifiers();
        if (identifiers.isEmpty()) {
            return patients.cameAs(person.key().value());
        }
        var found = patients.identifiedBy(identifiers);
        if (found.size() > 1) {
            throw new ProblemException(
                    IntakeProblem.IDENTITY_CONFLICT,
                    "The identifiers of the Patient name " + found.size()
                            + " different patients. Correct them at the source, or here.");
        }
        if (found.stream().anyMatch(patient -> !patient.birthDate()
                .equals(person.details().birthDate()))) {
            throw new ProblemException(
                    IntakeProblem.IDENTITY_CONFLICT,
                    "An identifier of the Patient names a patient with another birth date. Correct it at the source, or here.");
        }
        return found.stream().findFirst();
    }

    private Referral refer(UUID patientId, Optional<Request> request, SourceKey key) {
        return referPatient.refer(
                new ReferralRequest(
                        patientId,
                        null,
                        ReferralSource.EHR,
                        request.map(Request::urgency).orElse(Urgency.ROUTINE),
                        request.map(Request::reason).orElse(null),
                        request.map(Request::desiredStartOn).orElse(null)),
                key.value());
    }

    private void takePolicies(List<Policy> brought, UUID patientId, UUID referralId, Map<Integer, Place> places) {
        var stored = policies.stored(
                patientId, brought.stream().map(policy -> policy.key().value()).toList());
        for (var policy : brought) {
            var key = policy.key().value();
            var isNew = !stored.containsKey(key);
            var place = stored.computeIfAbsent(key, k -> new InsurancePolicies.Stored(ids.next(), referralId, k));
            if (isNew) {
                policies.persist(
                        new InsurancePolicy(place.id(), patientId, referralId, policy.terms(), key, clock.instant()));
                audit.wrote("InsurancePolicy", place.id(), patientId);
            }
            var path = TakenBundle.referralPath(place.referralId()) + "/insurance-policies/" + place.id();
            places.put(policy.index(), new Place(path, isNew));
        }
    }

    private void takeScreenings(List<Screening> brought, UUID patientId, UUID referralId, Map<Integer, Place> places) {
        var stored = screeningResults.stored(
                patientId,
                brought.stream().map(screening -> screening.key().value()).toList());
        for (var screening : brought) {
            var key = screening.key().value();
            var isNew = !stored.containsKey(key);
            var place = stored.computeIfAbsent(key, k -> new ScreeningResults.Stored(ids.next(), referralId, k));
            if (isNew) {
                screeningResults.persist(new ScreeningResult(
                        place.id(), patientId, referralId, screening.measurement(), key, clock.instant()));
                audit.wrote("ScreeningResult", place.id(), patientId);
            }
            var path = TakenBundle.referralPath(place.referralId()) + "/screening-results/" + place.id();
            places.put(screening.index(), new Place(path, isNew));
        }
    }
}
