package care.iop.chassis.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads FHIR R4 JSON to the letter: an element that is not known, repeated or of the wrong type is refused and never dropped. */
@ApplicationScoped
public class StrictFhir {

    /** Deeper than any record of a person, and shallow enough for the recursion of the FHIR parser. */
    private static final int MAX_DEPTH = 100;

    private final FhirR4 fhir;
    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    StrictFhir(FhirR4 fhir) {
        this.fhir = fhir;
    }

    /**
     * Reads a body that is one resource, and takes it over.
     *
     * @param mostBytes the largest body
     * @param taking makes something of the resource, or says by {@link UnusableResourceException} why it can't be taken
     * @throws ProblemException 413, 400 when it is no JSON, 422 with the element at fault
     */
    public <T extends Resource, R> R take(Class<T> type, byte[] body, int mostBytes, Function<T, R> taking) {
        return takeTree(type, body, mostBytes, tree -> taking.apply(resource(type, tree)));
    }

    /** The same for whoever reads the parts of the resource by themselves: of the tree only the type is known. */
    public <R> R takeTree(Class<? extends Resource> type, byte[] body, int mostBytes, Function<JsonNode, R> taking) {
        if (body.length > mostBytes) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE, "Send at most " + mostBytes + " bytes.");
        }
        var name = type.getSimpleName();
        try {
            var tree = tree(body);
            if (!name.equals(tree.path("resourceType").asText())) {
                throw new UnusableResourceException("resourceType", "must be " + name);
            }
            return taking.apply(tree);
        } catch (IOException e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "The body is no JSON, has a key twice, or is nested too deeply. Send one FHIR R4 resource.");
        } catch (UnusableResourceException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    "The resource can't be taken.",
                    List.of(new FieldProblem(e.expression(name), e.reason())));
        }
    }

    /** Reads any JSON, or fails when it is none, names a key twice, goes on after its end or is nested too deeply. */
    public JsonNode tree(byte[] body) throws IOException {
        var tree = json.readTree(body);
        if (tree.isMissingNode()) {
            throw new IOException("there is nothing to read");
        }
        return tree;
    }

    /** Reads one resource to the letter of FHIR R4. */
    public <T extends Resource> T resource(Class<T> type, JsonNode node) {
        if (hasForbiddenCharacter(node)) {
            throw new UnusableResourceException("", "has a control character or half of a surrogate pair in a text");
        }
        var parser = fhir.context().newJsonParser();
        parser.setParserErrorHandler(new ToTheLetter());
        try {
            return parser.parseResource(type, node.toString());
        } catch (DataFormatException e) {
            throw new UnusableResourceException("", "is not a FHIR R4 " + type.getSimpleName());
        }
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
