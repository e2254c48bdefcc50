package care.iop.intake.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTextsTest {

    @Test
    void textsOfTheOperatorAreFitForProduction() {
        // given
        var texts = new ConsentTexts(
                settings("42 CFR part 2 prohibits unauthorized use or disclosure of these records.", "2024-1"));

        // when
        var findings = texts.findings();

        // then
        assertThat(findings).isEmpty();
        assertThat(texts.notice().version()).isEqualTo("2024-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLACEHOLDER: a statement that names 42 CFR part 2", "placeholder 42 CFR part 2", " "})
    void placeholderIsNamedByItsProperty(String notice) {
        // given
        var texts = new ConsentTexts(settings(notice, "2024-1"));

        // when
        var findings = texts.findings();

        // then
        assertThat(findings).anyMatch(finding -> finding.startsWith("iop.consent.notice.text must be put in"));
    }

    @Test
    void noticeThatIsNoneOfTheRegulationIsFound() {
        // given
        var texts = new ConsentTexts(settings("Please keep this to yourself.", "2024-1"));

        // when
        var findings = texts.findings();

        // then
        assertThat(findings).singleElement().asString().contains("42 CFR part 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42 CFR part 2 prohibits unauthorized disclosure of these records.",
                "The federal rules prohibit you from making\n   any further disclosure of information in this record.",
                "A general authorization for the release of medical or other information is NOT sufficient.",
                "The federal rules restrict any use of the information to criminally investigate or prosecute any patient."
            })
    void wordingFromBeforeTheRuleOf2024StopsTheStart(String old) {
        // when, then
        assertThatIllegalStateException()
                .isThrownBy(() -> new ConsentTexts(settings(old, "1987")))
                .withMessageContaining("iop.consent.notice.text")
                .withMessageContaining("42 CFR 2.32");
    }

    private static ConsentSettings settings(String notice, String version) {
        return new ConsentSettings() {
            @Override
            public boolean earlierElementsAccepted() {
                return false;
            }

            @Override
            public ZoneId timeZone() {
                return ZoneId.of("America/New_York");
            }

            @Override
            public int adultAge() {
                return 18;
            }

            @Override
            public Duration signedAtMostAgo() {
                return Duration.ofDays(365);
            }

            @Override
            public Text notice() {
                return new Text() {
                    @Override
                    public String version() {
                        return version;
                    }

                    @Override
                    public String text() {
                        return notice;
                    }
                };
            }

            @Override
            public Form form() {
                return new Form() {
                    @Override
                    public String version() {
                        return "form-1";
                    }

                    @Override
                    public String program() {
                        return "Riverside program";
                    }

                    @Override
                    public String rightToRevoke() {
                        return "I can revoke this in writing.";
                    }

                    @Override
                    public String redisclosure() {
                        return "It may be passed on.";
                    }

                    @Override
                    public String consequencesOfRefusal() {
                        return "Nothing changes.";
                    }
                };
            }
        };
    }
}
