package care.iop.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import care.iop.chassis.fhir.FhirR4;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes FHIR R4 JSON, with the one {@link FhirContext} of the service. A bundle is read as plain JSON first, and
 * only the resources that are wanted are read as FHIR: what is not taken can't do harm.
 */
@Startup
@ApplicationScoped
class FhirJson {

    /** Deeper than any record of a patient, and shallow enough for the recursion of the FHIR parser. */
    private static final int MAX_DEPTH = 100;

    private final FhirContext context;
    private final FhirR4 fhir;
    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    FhirJson(FhirR4 fhir) {
        this.fhir = fhir;
        this.context = fhir.context();
        // The model of a type is built when it is first used, which takes a second: here instead of in the first
        // request.
        context.newJsonParser().parseResource(Patient.class, "{\"resourceType\":\"Patient\"}");
    }

    /** Reads any JSON, or fails when it is none, names a key twice, goes on after its end or is nested too deeply. */
    JsonNode tree(byte[] body) throws IOException {
        var tree = json.readTree(body);
        if (tree.isMissingNode()) {
            throw new IOException("there is nothing to read");
        }
        return tree;
    }

    /** Reads one resource to the letter of FHIR R4. */
    <T extends Resource> T resource(Class<T> type, JsonNode node) {
        if (hasForbiddenCharacter(node)) {
            throw new UnusableResourceException("", "has a control character or half of a surrogate pair in a text");
        }
        var parser = context.newJsonParser();
        parser.setParserErrorHandler(new ToTheLetter());
        try {
            return parser.parseResource(type, node.toString());
        } catch (DataFormatException e) {
            throw new UnusableResourceException("", "is not a FHIR R4 " + type.getSimpleName());
        }
    }

    /** Writes a resource as JSON. */
    String write(Resource resource) {
        return fhir.write(resource);
    }

    /**
     * What recognizes a resource when it comes again: its own identifier, or else its content without what a sender makes
     * anew each time (the identifier within the bundle, meta data, narrative, references within the bundle).
     */
    SourceKey keyOf(Resource resource, Collection<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .map(identifier -> identifier.getSystem() + "|" + identifier.getValue())
                .min(Comparator.naturalOrder())
                .map(identifier -> SourceKey.of("identifier", resource.fhirType(), identifier))
                .orElseGet(() -> SourceKey.of("content", write(withoutWhatIsMadeAnew(resource))));
    }

    private Resource withoutWhatIsMadeAnew(Resource resource) {
        var copy = resource.copy();
        copy.setId((String) null);
        copy.setMeta(null);
        if (copy instanceof org.hl7.fhir.r4.model.DomainResource domain) {
            domain.setText(null);
        }
        for (var reference : context.newTerser().getAllPopulatedChildElementsOfType(copy, Reference.class)) {
            var target = reference.getReference();
            if (target != null && target.startsWith("urn:")) {
                reference.setReference(null);
            }
        }
        return copy;
    }

    /** FHIR R4 allows no character below U+0020 in a string but tab, line feed and carriage return. */
    private static boolean hasForbiddenCharacter(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue()
                    .codePoints()
                    .anyMatch(c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
                            || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        }
        for (var child : node) {
            if (hasForbiddenCharacter(child)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses what FHIR R4 does not have, and names the element but never a value. */
    private static final class ToTheLetter extends ErrorHandlerAdapter {

        private static final Pattern ELEMENT = Pattern.compile("_?[A-Za-z0-9]{1,64}");

        @Override
        public void unknownElement(@Nullable IParseLocation location, @Nullable String element) {
            throw unusable(location, element, "is no element of FHIR R4");
        }

        @Override
        public void unknownAttribute(@Nullable IParseLocation location, @Nullable String element) {
            throw unusable(location, element, "is no element of FHIR R4");
        }

        @Override
        public void unexpectedRepeatingElement(@Nullable IParseLocation location, @Nullable String element) {
            throw unusable(location, element, "must not be repeated");
        }

        @Override
        public void invalidValue(@Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
            throw unusable(location, null, "has a value that FHIR R4 does not allow there");
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation location,
                @Nullable String element,
                @Nullable ValueType expected,
                @Nullable ScalarType expectedScalar,
                @Nullable ValueType found,
                @Nullable ScalarType foundScalar) {
            throw unusable(location, element, "has the wrong JSON type");
        }

        private static UnusableResourceException unusable(
                @Nullable IParseLocation location, @Nullable String element, String reason) {
            var name = element == null && location != null ? location.getParentElementName() : element;
            return new UnusableResourceException(
                    name != null && ELEMENT.matcher(name).matches() ? name : "", reason);
        }
    }
}
