package care.iop.intake.benefits;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an X12 interchange into segments. The library checks the envelope (control numbers, counts, separators); what is
 * refused here names the segment and never repeats its content.
 */
final class X12Reader {

    /** Beyond what any answer about one person needs. */
    private static final int MOST_SEGMENTS = 5_000;

    private static final int MOST_ELEMENTS = 60;
    private static final int MOST_REPETITIONS = 99;
    private static final int LONGEST_ELEMENT = 300;
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");

    private X12Reader() {}

    /** The segments of the one transaction of an interchange, from ISA to IEA. */
    static List<X12Segment> read(byte[] interchange) {
        if (!new String(interchange, 0, Math.min(3, interchange.length), StandardCharsets.ISO_8859_1).equals("ISA")) {
            throw unreadable(null);
        }
        var segments = new ArrayList<X12Segment>();
        @Nullable String tag = null;
        Map<Integer, List<String>> elements = new HashMap<>();
        var components = new ArrayList<String>();
        boolean composite = false;
        int interchanges = 0;
        try (var reader = EDIInputFactory.newFactory()
                .createEDIStreamReader(new ByteArrayInputStream(interchange), StandardCharsets.UTF_8.name())) {
            while (reader.hasNext()) {
                var event = reader.next();
                var at = reader.getLocation();
                switch (event) {
                    case START_INTERCHANGE -> {
                        interchanges++;
                        if (interchanges > 1) {
                            throw refusal(
                                    "ISA",
                                    at.getSegmentPosition() + 1,
                                    "begins a second interchange: send one at a time");
                        }
                    }
                    case START_SEGMENT -> {
                        tag = reader.getText();
                        elements = new HashMap<>();
                        if (!TAG.matcher(tag).matches()) {
                            throw refusal(
                                    "segment", at.getSegmentPosition(), "does not begin with a segment identifier");
                        }
                        if (segments.size() == MOST_SEGMENTS) {
                            throw refusal(
                                    tag,
                                    at.getSegmentPosition(),
                                    "comes after " + MOST_SEGMENTS + " segments, which is too many");
                        }
                    }
                    case START_COMPOSITE -> {
                        composite = true;
                        components.clear();
                    }
                    case END_COMPOSITE -> {
                        composite = false;
                        add(elements, at, String.join(":", components));
                    }
                    case ELEMENT_DATA -> {
                        var text = text(reader, at);
                        if (composite) {
                            if (components.size() == MOST_ELEMENTS) {
                                throw refusal(name(at), at.getSegmentPosition(), "has too many components");
                            }
                            components.add(text);
                        } else {
                            add(elements, at, text);
                        }
                    }
                    case END_SEGMENT -> {
                        if (tag != null) {
                            segments.add(new X12Segment(tag, at.getSegmentPosition(), elements));
                        }
                    }
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        throw refusal(
                                name(at),
                                at.getSegmentPosition(),
                                "breaks the envelope's rules: "
                                        + reader.getErrorType()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '));
                    case START_GROUP,
                            END_GROUP,
                            START_TRANSACTION,
                            END_TRANSACTION,
                            END_INTERCHANGE,
                            START_LOOP,
                            END_LOOP -> {}
                    case ELEMENT_DATA_BINARY ->
                        throw refusal(name(at), at.getSegmentPosition(), "has binary data, which is not read here");
                }
            }
        } catch (EDIStreamException e) {
            throw unreadable(e.getLocation());
        } catch (IOException e) {
            throw unreadable(null);
        }
        if (segments.isEmpty() || !segments.get(segments.size() - 1).is("IEA")) {
            throw refusal("IEA", segments.size() + 1, "is missing: the interchange is cut off");
        }
        return segments;
    }

    private static String text(EDIStreamReader reader, Location at) {
        if (reader.getTextLength() > LONGEST_ELEMENT) {
            throw refusal(name(at), at.getSegmentPosition(), "is longer than " + LONGEST_ELEMENT + " characters");
        }
        var text = reader.getText();
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0xFFFD)) {
            throw refusal(name(at), at.getSegmentPosition(), "has a character that does not belong in text");
        }
        return text;
    }

    private static void add(Map<Integer, List<String>> elements, Location at, String text) {
        if (at.getElementPosition() > MOST_ELEMENTS) {
            throw refusal(name(at), at.getSegmentPosition(), "has too many elements");
        }
        var repetitions = elements.computeIfAbsent(at.getElementPosition(), number -> new ArrayList<>());
        if (repetitions.size() == MOST_REPETITIONS) {
            throw refusal(name(at), at.getSegmentPosition(), "is repeated too often");
        }
        repetitions.add(text);
    }

    private static ProblemException unreadable(@Nullable Location at) {
        return at == null || at.getSegmentPosition() < 1
                ? refusal("ISA", 1, "can't be read: an interchange begins with an ISA segment of 106 characters")
                : refusal(
                        name(at),
                        at.getSegmentPosition(),
                        "can't be read from here on: the interchange is cut off, or its separators are not those of the ISA");
    }

    private static String name(Location at) {
        var tag = at.getSegmentTag();
        if (tag == null || !TAG.matcher(tag).matches()) {
            return "segment";
        }
        return at.getElementPosition() < 1 ? tag : "%s%02d".formatted(tag, at.getElementPosition());
    }

    /** A refusal that names an element by its usual name, such as EB07, and where its segment stands. */
    static ProblemException refusal(String name, int position, String reason) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "The X12 interchange can't be taken: " + name + " at segment " + position + " " + reason + ".",
                List.of(new FieldProblem("/segments/" + position + "/" + name, reason)));
    }
}
