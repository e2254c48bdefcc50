package care.iop.chassis.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import care.iop.chassis.instrument.InstrumentDefinition.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** The list of instruments with their terms, which a lawyer can read, is what the service really holds. */
class InstrumentLicencesTest {

    private static final Path LIST = Path.of("docs", "instrument-licences.md");

    private final Instruments instruments = new Instruments();

    @Test
    void listSaysWhatIsShippedAndOnWhatTerms() throws IOException {
        // given
        var list = new StringBuilder("""
                # Instruments and their terms

                Written by `InstrumentLicencesTest`; rewrite it with `-Dcontracts.update=true`.

                | Instrument | Wording | Terms |
                |---|---|---|
                """);
        instruments
                .all()
                .forEach(instrument -> list.append("| %s | %s | %s |%n"
                        .formatted(
                                instrument.code(),
                                instrument.wording() == Wording.SHIPPED ? "shipped" : "labels of our own",
                                instrument.notice())));
        Instruments.byCodeOnly()
                .forEach(instrument -> list.append("| %s | none, known by its code only: %s | %s |%n"
                        .formatted(
                                instrument.code(),
                                switch (instrument.use()) {
                                    case CONFIRM_FIRST -> "confirm first";
                                    case PLUG_IN -> "an operator may plug it in";
                                    case PERMISSION_NEEDED -> "permission needed";
                                },
                                instrument.licence())));

        // when
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(LIST, list);
        }

        // then
        assertThat(LIST).hasContent(list.toString());
    }

    @Test
    void nothingIsBothShippedAndKnownByItsCodeOnly() {
        // given
        var codes = new HashSet<String>();

        // when, then
        instruments.all().forEach(instrument -> assertThat(codes.add(instrument.code()))
                .as(instrument.code())
                .isTrue());
        Instruments.byCodeOnly().forEach(instrument -> assertThat(codes.add(instrument.code()))
                .as(instrument.code())
                .isTrue());
    }
}
