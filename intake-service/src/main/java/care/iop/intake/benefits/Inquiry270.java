package care.iop.intake.benefits;

import care.iop.chassis.problem.ProblemException;
import care.iop.intake.patient.Patient;
import care.iop.intake.person.PersonName;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an eligibility inquiry (ASC X12 270, 005010X279A1) about one person. */
final class Inquiry270 {

    private static final String GUIDE = "005010X279A1";

    /** The library checks the envelope as it is written. */
    private static final Schema ENVELOPE = envelope();

    /** Who asks about whom. The control number has nine digits; the trace comes back in the answer. */
    record Asked(
            X12Settings.Provider provider,
            X12Settings settings,
            EligibilityInquiryRequest request,
            Patient patient,
            long controlNumber,
            String trace,
            ZonedDateTime at) {}

    private final Asked asked;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final EDIStreamWriter writer;
    private int segments;

    private Inquiry270(Asked asked) {
        this.asked = asked;
        var factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.TRUNCATE_EMPTY_ELEMENTS, true);
        this.writer = factory.createEDIStreamWriter(text);
        this.writer.setControlSchema(ENVELOPE);
    }

    private static Schema envelope() {
        try {
            return SchemaFactory.newFactory().getControlSchema("X12", new String[] {"00501"});
        } catch (EDISchemaException e) {
            throw new IllegalStateException("no envelope of X12 005010", e);
        }
    }

    static String write(Asked asked) {
        try {
            return new Inquiry270(asked).write();
        } catch (EDIStreamException e) {
            throw new IllegalStateException("can't write an inquiry", e);
        }
    }

    private String write() throws EDIStreamException {
        var at = asked.at();
        var day = at.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8);
        var time = at.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT));
        var control = "%09d".formatted(asked.controlNumber());
        var group = String.valueOf(asked.controlNumber());
        var provider = asked.provider();
        writer.startInterchange();
        segment(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                "ZZ",
                "%-15s".formatted(provider.senderId()),
                "ZZ",
                "%-15s".formatted(provider.receiverId()),
                day.substring(2),
                time,
                "^",
                "00501",
                control,
                "0",
                asked.settings().usage(),
                ":");
        segment("GS", "HS", provider.senderId(), provider.receiverId(), day, time, group, "X", GUIDE);
        segments = 0;
        segment("ST", "270", "0001", GUIDE);
        segment("BHT", "0022", "13", asked.trace(), day, time);
        segment("HL", "1", "", "20", "1");
        segment(
                "NM1",
                "PR",
                "2",
                latin("/payer/name", asked.request().payer().name(), 60),
                "",
                "",
                "",
                "",
                "PI",
                payerId());
        segment("HL", "2", "1", "21", "1");
        segment(
                "NM1",
                "1P",
                "2",
                latin("provider", provider.name(), 60),
                "",
                "",
                "",
                "",
                "XX",
                provider.npi().value());
        people();
        segment("SE", String.valueOf(segments + 1), "0001");
        segment("GE", "1", group);
        segment("IEA", "1", control);
        writer.endInterchange();
        writer.close();
        return text.toString(StandardCharsets.US_ASCII);
    }

    private void people() throws EDIStreamException {
        var request = asked.request();
        var patient = asked.patient();
        var member = latin("/memberNumber", request.memberNumber().value(), 80);
        if (request.isOwnPolicy()) {
            segment("HL", "3", "2", "22", "0");
            trace();
            name("IL", patient.givenName().orElse(null), patient.familyName(), member);
            born(patient);
        } else {
            var holder = holder();
            segment("HL", "3", "2", "22", "1");
            name("IL", holder.givenName(), holder.familyName(), member);
            if (holder.birthDate() != null) {
                segment("DMG", "D8", basic(holder.birthDate().value()));
            }
            segment("HL", "4", "3", "23", "0");
            trace();
            name("03", patient.givenName().orElse(null), patient.familyName(), null);
            born(patient);
            segment("INS", "N", relationship(holder.relationship()));
        }
        segment("DTP", "291", "D8", basic(request.serviceOn()));
        writer.writeStartSegment("EQ").writeStartElement();
        var types = asked.settings().askedServiceTypes();
        for (int i = 0; i < types.size(); i++) {
            if (i > 0) {
                writer.writeRepeatElement();
            }
            writer.writeElementData(types.get(i));
        }
        writer.endElement().writeEndSegment();
        segments++;
    }

    private BenefitTerms.Subscriber holder() {
        var holder = asked.request().subscriber();
        if (holder == null) {
            throw new IllegalStateException("nobody holds the policy");
        }
        return holder;
    }

    private String payerId() {
        return Optional.ofNullable(asked.request().payer().electronicId())
                .orElseThrow(() -> ProblemException.invalid(
                        "/payer/electronicId", "is needed: by it the payer is addressed in X12"));
    }

    /** Ten digits: 9 says that the originator chose the rest itself. */
    private void trace() throws EDIStreamException {
        segment("TRN", "1", asked.trace(), "9" + asked.provider().npi().value().substring(1));
    }

    private void born(Patient patient) throws EDIStreamException {
        var born = basic(patient.birthDate().value());
        switch (patient.administrativeGender()) {
            case FEMALE -> segment("DMG", "D8", born, "F");
            case MALE -> segment("DMG", "D8", born, "M");
            case OTHER, UNKNOWN -> segment("DMG", "D8", born);
        }
    }

    private void name(String role, @Nullable PersonName given, @Nullable PersonName family, @Nullable String member)
            throws EDIStreamException {
        var last = family == null ? "" : latin("name", family.value(), 60);
        var first = given == null ? "" : latin("name", given.value(), 35);
        if (member == null) {
            segment("NM1", role, "1", last, first);
        } else {
            segment("NM1", role, "1", last, first, "", "", "", "MI", member);
        }
    }

    private static String relationship(BenefitTerms.Relationship relationship) {
        return switch (relationship) {
            case SPOUSE -> "01";
            case CHILD -> "19";
            case OTHER, SELF -> "34";
        };
    }

    private static String basic(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void segment(String tag, String... elements) throws EDIStreamException {
        writer.writeStartSegment(tag);
        for (var element : elements) {
            writer.writeElement(element);
        }
        writer.writeEndSegment();
        segments++;
    }

    /**
     * X12's basic set of characters: capitals without marks, digits, space and a few signs, none of which separates. Text
     * of which nothing is left, such as a name in another script, is refused.
     */
    static String latin(String pointer, String text, int longest) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9 .,'&()/#@-]", " ")
                .replaceAll(" +", " ")
                .strip();
        if (plain.isEmpty() || plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw ProblemException.invalid(
                    pointer, "can't be written in the letters A to Z that X12 has: ask by phone");
        }
        return plain.length() > longest ? plain.substring(0, longest).strip() : plain;
    }
}
