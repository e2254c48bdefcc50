package care.iop.intake.fhir;

import care.iop.chassis.fhir.StrictFhir;
import care.iop.chassis.fhir.UnusableResourceException;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import care.iop.intake.fhir.EntryReading.NotKept;
import care.iop.intake.fhir.EntryReading.Person;
import care.iop.intake.fhir.EntryReading.Policy;
import care.iop.intake.fhir.EntryReading.Refused;
import care.iop.intake.fhir.EntryReading.Remark;
import care.iop.intake.fhir.EntryReading.Request;
import care.iop.intake.fhir.EntryReading.Screening;
import care.iop.intake.screening.Instrument;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Understands a bundle, without touching anything stored. The Patient and the referral must be sound, or the bundle is
 * refused as a whole; any other resource is taken, refused by itself, or not kept.
 */
@ApplicationScoped
class BundleReader {

    private static final Map<String, BundleType> TYPES = Map.of(
            "transaction", BundleType.TRANSACTION,
            "batch", BundleType.BATCH,
            "collection", BundleType.COLLECTION);

    private static final Set<String> METHODS_THAT_BRING = Set.of("", "POST", "PUT");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z]{1,64}");

    private final FhirJson fhir;
    private final StrictFhir strict;
    private final Clock clock;

    BundleReader(FhirJson fhir, StrictFhir strict, Clock clock) {
        this.fhir = fhir;
        this.strict = strict;
        this.clock = clock;
    }

    /** Reads a bundle, or fails with 400 when it is no JSON and with 422 when it is not one that this service takes. */
    ReceivedBundle read(byte[] body) {
        JsonNode bundle;
        try {
            bundle = strict.tree(body);
        } catch (IOException e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The body is no JSON, has a key twice, or is nested too deeply. Send one FHIR R4 Bundle.");
        }
        if (!"Bundle".equals(bundle.path("resourceType").asText())) {
            throw refusal(
                    "Bundle",
                    "send a FHIR R4 Bundle with the person's Patient; other resources have addresses of their own");
        }
        var type = TYPES.get(bundle.path("type").asText());
        if (type == null) {
            throw refusal("Bundle.type", "must be transaction, batch or collection");
        }
        return read(bundle, type, index -> "Bundle.entry[" + index + "].resource");
    }

    /**
     * Reads entries, or fails with 422 when they are none that this service takes.
     *
     * @param expressions the FHIRPath of an entry's resource in what was sent
     */
    ReceivedBundle read(JsonNode bundle, BundleType type, IntFunction<String> expressions) {
        return new Reading(bundle, type, expressions).read();
    }

    private static ProblemException refusal(String expression, String text) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "What was sent can't be taken.",
                List.of(new FieldProblem(expression, text)));
    }

    /** The reading of one bundle. */
    private final class Reading {

        private final JsonNode bundle;
        private final BundleType type;
        private final IntFunction<String> expressions;
        private final LocalDate today = LocalDate.now(clock);

        Reading(JsonNode bundle, BundleType type, IntFunction<String> expressions) {
            this.bundle = bundle;
            this.type = type;
            this.expressions = expressions;
        }

        ReceivedBundle read() {
            var personAt = personAt();
            var patient = patient(personAt);
            var person = person(patient, personAt);
            var subject = new SubjectReferences(
                    patient, entry(personAt).path("fullUrl").asText());
            var organizations = organizations();
            var entries = new ArrayList<EntryReading>();
            for (int i = 0; i < bundle.path("entry").size(); i++) {
                entries.add(i == personAt ? person : reading(i, person, subject, organizations));
            }
            if (entries.stream().filter(Request.class::isInstance).count() > 1) {
                throw refusal("Bundle.entry", "has more than one active referral: send one bundle for each");
            }
            return new ReceivedBundle(type, person, entries, keyOf(entries));
        }

        private JsonNode entry(int index) {
            return bundle.path("entry").path(index);
        }

        private String resourceType(int index) {
            var name = entry(index).path("resource").path("resourceType").asText();
            return TYPE_NAME.matcher(name).matches() ? name : "unknown";
        }

        private String expression(int index) {
            return expressions.apply(index);
        }

        private boolean brings(int index) {
            return METHODS_THAT_BRING.contains(
                    entry(index).path("request").path("method").asText());
        }

        private int personAt() {
            var found = Stream.iterate(0, i -> i < bundle.path("entry").size(), i -> i + 1)
                    .filter(i -> resourceType(i).equals("Patient") && brings(i))
                    .toList();
            if (found.size() != 1) {
                throw refusal(
                        "Bundle.entry",
                        "must have exactly one Patient to be created or updated, and has " + found.size());
            }
            return found.get(0);
        }

        private Patient patient(int index) {
            try {
                return strict.resource(Patient.class, entry(index).path("resource"));
            } catch (UnusableResourceException e) {
                throw refusal(e.expression(expression(index)), e.reason());
            }
        }

        private Person person(Patient patient, int index) {
            try {
                var mapped = PatientMapping.map(patient, expression(index), today);
                return new Person(
                        index, mapped.details(), fhir.keyOf(patient, patient.getIdentifier()), mapped.remarks());
            } catch (UnusableResourceException e) {
                throw refusal(e.expression(expression(index)), e.reason());
            }
        }

        private Map<String, String> organizations() {
            var names = new HashMap<String, String>();
            for (var entry : bundle.path("entry")) {
                var resource = entry.path("resource");
                if (resource.path("resourceType").asText().equals("Organization")
                        && resource.path("name").isTextual()) {
                    names.put(
                            entry.path("fullUrl").asText(),
                            resource.path("name").asText());
                    names.put(
                            "Organization/" + resource.path("id").asText(),
                            resource.path("name").asText());
                }
            }
            return names;
        }

        private EntryReading reading(
                int index, Person person, SubjectReferences subject, Map<String, String> organizations) {
            var resource = entry(index).path("resource");
            var name = resourceType(index);
            var wanted =
                    switch (name) {
                        case "Patient", "Coverage" -> true;
                        case "ServiceRequest" -> ServiceRequestMapping.isReferral(resource);
                        case "Observation" ->
                            ObservationMapping.instrument(resource).isPresent();
                        default -> false;
                    };
            if (!wanted) {
                return new NotKept(index, name);
            }
            if (!brings(index)) {
                return new Refused(
                        index,
                        name,
                        new Remark(
                                "Bundle.entry[" + index + "].request.method",
                                "must be POST or PUT: nothing is deleted or changed in part by a bundle"));
            }
            try {
                return switch (name) {
                    case "ServiceRequest" -> request(index, resource, subject);
                    case "Coverage" -> policy(index, resource, subject, organizations);
                    default ->
                        screening(
                                index,
                                resource,
                                ObservationMapping.instrument(resource).orElseThrow(),
                                subject,
                                person);
                };
            } catch (UnusableResourceException e) {
                if (name.equals("ServiceRequest")) {
                    throw refusal(e.expression(expression(index)), e.reason());
                }
                return new Refused(index, name, new Remark(e.expression(expression(index)), e.reason()));
            }
        }

        private Request request(int index, JsonNode node, SubjectReferences subject) {
            var resource = strict.resource(ServiceRequest.class, node);
            var mapped = ServiceRequestMapping.map(resource, subject, today);
            return new Request(
                    index,
                    mapped.urgency(),
                    mapped.reason(),
                    mapped.desiredStartOn(),
                    fhir.keyOf(resource, resource.getIdentifier()));
        }

        private Policy policy(int index, JsonNode node, SubjectReferences subject, Map<String, String> organizations) {
            var resource = strict.resource(Coverage.class, node);
            var terms = CoverageMapping.map(resource, subject, organizations, today);
            return new Policy(index, terms, fhir.keyOf(resource, resource.getIdentifier()));
        }

        private Screening screening(
                int index, JsonNode node, Instrument instrument, SubjectReferences subject, Person person) {
            var resource = strict.resource(Observation.class, node);
            var measurement = ObservationMapping.map(
                    resource, instrument, subject, person.details().birthDate(), today);
            return new Screening(index, measurement, fhir.keyOf(resource, resource.getIdentifier()));
        }

        /** Of the bundle's own identifier, or else of all that was taken from it. */
        private SourceKey keyOf(List<EntryReading> entries) {
            var identifier = bundle.path("identifier");
            if (identifier.path("system").isTextual()
                    && identifier.path("value").isTextual()) {
                return SourceKey.of(
                        "identifier",
                        "Bundle",
                        identifier.path("system").asText(),
                        identifier.path("value").asText());
            }
            var taken = entries.stream()
                    .flatMap(entry -> entry.takenAs().stream())
                    .map(SourceKey::value)
                    .sorted();
            return SourceKey.of(Stream.concat(Stream.of("content"), taken).toArray(String[]::new));
        }
    }
}
