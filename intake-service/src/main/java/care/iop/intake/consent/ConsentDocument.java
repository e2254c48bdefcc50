package care.iop.intake.consent;

import care.iop.chassis.consent.ConsentKind;
import care.iop.chassis.consent.DataClass;
import care.iop.chassis.consent.PurposeOfUse;
import care.iop.chassis.consent.RecipientClass;
import care.iop.intake.patient.Patient;
import care.iop.intake.patient.Patients;
import care.iop.intake.person.PersonName;
import care.iop.intake.person.PrivateText;
import care.iop.intake.recipient.Recipient;
import care.iop.intake.recipient.Recipients;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A consent on paper: every element that 42 CFR 2.31 asks for, as a page or as a PDF that a screen reader can read. */
@ApplicationScoped
class ConsentDocument {

    static final String PDF = "application/pdf";

    private static final MediaType PDF_TYPE = new MediaType("application", "pdf");
    private static final String FONT = "Liberation Sans";
    private static final String FONTS = "/liberation/";

    private final Template template;
    private final ConsentTexts texts;
    private final ConsentSettings settings;
    private final Patients patients;
    private final Recipients recipients;

    ConsentDocument(
            @Location("consent.html") Template template,
            ConsentTexts texts,
            ConsentSettings settings,
            Patients patients,
            Recipients recipients) {
        this.template = template;
        this.texts = texts;
        this.settings = settings;
        this.patients = patients;
        this.recipients = recipients;
    }

    /** The document in the form that the caller prefers. */
    Response answer(Consent consent, HttpHeaders headers) {
        var page = page(consent);
        var wantsPdf = headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(PDF_TYPE) || type.isCompatible(MediaType.TEXT_HTML_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.TEXT_HTML_TYPE))
                .isPresent();
        return wantsPdf
                ? Response.ok(pdf(page), PDF).build()
                : Response.ok(page, MediaType.TEXT_HTML + ";charset=UTF-8").build();
    }

    String page(Consent consent) {
        var content = consent.content();
        var signature = consent.signature();
        return template.data("title", title(content.kind()))
                .data("program", texts.program())
                .data(
                        "patient",
                        patients.findByIdOptional(consent.patientId())
                                .map(Patient::fullName)
                                .orElse(""))
                .data("discloser", text(content.discloser()))
                .data("information", text(content.information()))
                .data("classes", titles(content.dataClasses(), DataClass::title))
                .data("recipients", recipients(content))
                .data("purposes", titles(content.purposes(), PurposeOfUse::title))
                .data("expiry", expiry(content))
                .data(
                        "statements",
                        content.statements().stream().map(texts::text).toList())
                .data("signer", signature == null ? "" : signature.signerName().value())
                .data("role", signature == null ? "" : signature.signerRole().title())
                .data("signedAt", signature == null ? "" : at(signature.signedAt()))
                .data("status", consent.status().name())
                .data("formVersion", consent.formVersion())
                .data("seal", consent.seal() == null ? "" : consent.seal())
                .data("id", consent.id().toString())
                .render();
    }

    private static String title(ConsentKind kind) {
        return switch (kind) {
            case TREATMENT_PAYMENT_OPERATIONS ->
                "Consent to use and disclose my record for treatment, payment and health care operations";
            case SPECIFIC -> "Consent to disclose information from my record";
            case COUNSELING_NOTES -> "Consent to disclose counseling notes";
            case LEGAL_PROCEEDINGS -> "Consent to use my record in legal proceedings";
        };
    }

    private List<String> recipients(ConsentContent content) {
        var names = recipients.list("id in ?1", content.everyRecipient()).stream()
                .collect(Collectors.toMap(Recipient::id, Recipient::name));
        var lines = new ArrayList<String>();
        content.recipients().forEach(id -> lines.add(name(names.get(id), id)));
        content.recipientClasses().stream().map(RecipientClass::title).forEach(lines::add);
        content.exchanges().forEach(exchange -> {
            var participants = exchange.participants().stream()
                    .map(id -> name(names.get(id), id))
                    .collect(Collectors.joining(", "));
            var treating = exchange.treatingParticipants() ? "its participants who treat me" : "";
            lines.add(name(names.get(exchange.recipientId()), exchange.recipientId()) + ", and through it: "
                    + participants
                    + (participants.isEmpty() || treating.isEmpty() ? "" : ", ") + treating);
        });
        return lines;
    }

    private static String name(@Nullable PersonName name, UUID id) {
        return name == null ? id.toString() : name.value();
    }

    private static String expiry(ConsentContent content) {
        var expiry = content.expiry();
        if (expiry == null) {
            return "";
        }
        return switch (expiry.kind()) {
            case NONE -> "None. It holds until I revoke it.";
            case ON_DATE -> "After " + (expiry.on() == null ? "" : expiry.on());
            case ON_EVENT -> expiry.endsWithTreatment() ? "At the end of my treatment" : text(expiry.description());
        };
    }

    private static <T> List<String> titles(Collection<T> values, Function<T, String> title) {
        return values.stream().map(title).toList();
    }

    private static String text(@Nullable PrivateText text) {
        return text == null ? "" : text.value();
    }

    private String at(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.US)
                .withZone(settings.timeZone())
                .format(instant);
    }

    /** The page as PDF/UA. Nothing is loaded from anywhere: whatever a text says, it stays text. */
    static byte[] pdf(String page) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useUriResolver((base, uri) -> null)
                .useFont(() -> font("LiberationSans-Regular.ttf"), FONT)
                .useFont(() -> font("LiberationSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                .withHtmlContent(page, null)
                .toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String file) {
        var font = ConsentDocument.class.getResourceAsStream(FONTS + file);
        if (font == null) {
            throw new IllegalStateException("no font " + file);
        }
        return font;
    }
}
