package care.iop.intake.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared, with the points that are shipped. */
class ComparePersonsTest {

    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

    private final ComparePersons comparePersons = new ComparePersons(settings(Map.of()));

    /** Columns: given, family, birth date, phone of the other; the one is avery example, 1988-04-07, 5550100199. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            avery,  example,  1988-04-07, ,           75, LIKELY,   same birth date; same family name; same given name
            avery,  exampel,  1988-04-07, ,           68, POSSIBLE, same birth date; family name differs by one letter; same given name
            avery,  exampel,  1988-04-07, 5550100199, 83, LIKELY,   same birth date; family name differs by one letter; same given name; same phone number
            avery,  exampl,   1988-04-07, 5550100198, 76, LIKELY,   same birth date; family name differs by one letter; same given name; phone number differs by one digit
            avrey,  example,  1988-04-07, 5550100199, 82, POSSIBLE, same birth date; same family name; given name differs by one letter; same phone number
            robin,  example,  1988-04-07, 5550100199, 50, POSSIBLE, 'same birth date; same family name; given names differ, as those of twins do; same phone number'
            robin,  example,  1988-04-07, ,           35, ,
            a,      example,  1988-04-07, ,           63, POSSIBLE, same birth date; same family name; one given name is only the other's initial
            ,       example,  1988-04-07, ,           55, POSSIBLE, same birth date; same family name
            example, avery,   1988-04-07, ,           70, POSSIBLE, same birth date; family name and given name are swapped
            example, avery,   1988-04-07, 5550100199, 85, LIKELY,   same birth date; family name and given name are swapped; same phone number
            avery,  example,  1988-07-04, ,           65, POSSIBLE, day and month of the birth date are swapped; same family name; same given name
            avery,  example,  1988-07-04, 5550100199, 80, LIKELY,   day and month of the birth date are swapped; same family name; same given name; same phone number
            avery,  example,  1989-04-07, ,           60, POSSIBLE, birth date differs by one digit; same family name; same given name
            avery,  example,  1961-11-23, 5550100199, 40, ,
            avery,  other,    1988-04-07, ,           40, ,
            """)
    void pointsAddUpAndTheWordsSayWhy(
            @Nullable String given,
            String family,
            LocalDate birthDate,
            @Nullable String phone,
            int score,
            @Nullable Strength strength,
            @Nullable String words) {
        // given
        var one = person("avery", "example", LocalDate.of(1988, 4, 7), "5550100199", List.of());
        var other = person(given, family, birthDate, phone, List.of());

        // when
        var likeness = comparePersons.compare(one, other);

        // then
        assertThat(comparePersons.compare(other, one)).isEqualTo(likeness);
        if (strength == null) {
            assertThat(likeness).isEmpty();
            assertThat(new ComparePersons(settings(Map.of("iop.duplicates.possible-from", String.valueOf(score))))
                            .compare(one, other))
                    .isPresent();
        } else {
            assertThat(likeness).hasValueSatisfying(found -> {
                assertThat(found.strength()).isEqualTo(strength);
                assertThat(found.score()).isEqualTo(score);
                assertThat(String.join(
                                "; ",
                                found.evidence().stream().map(Evidence::words).toList()))
                        .isEqualTo(words);
            });
        }
    }

    @Test
    void twinsAreNeverLikelyHoweverMuchTheyShare() {
        // given
        var one = person(
                "mia", "example", LocalDate.of(2001, 2, 3), "5550100199", List.of("urn:a 4711"), "home@example.org");
        for (var given : List.of("lea", "mio", "mias", "m")) {
            var twin = person(
                    given,
                    "example",
                    LocalDate.of(2001, 2, 3),
                    "5550100199",
                    List.of("urn:a 4712"),
                    "home@example.org");

            // when
            var likeness = comparePersons.compare(one, twin);

            // then
            assertThat(likeness).as(given).hasValueSatisfying(found -> assertThat(found.strength())
                    .isEqualTo(Strength.POSSIBLE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "urn:a 4711, urn:a 4711, IDENTIFIER_ONE_CHARACTER",
        "urn:a 4711, urn:a 4171, IDENTIFIER_ONE_CHARACTER",
        "urn:a 4711, urn:a 9999, IDENTIFIER_DIFFERENT",
        "urn:a 4711, urn:b 4711, IDENTIFIER_SAME_ELSEWHERE",
        "urn:a 47,   urn:a 48,   IDENTIFIER_DIFFERENT",
        "urn:a 4711, urn:b 9999,",
        "urn:a 4711, urn:ab 4711, IDENTIFIER_SAME_ELSEWHERE"
    })
    void identifiersSpeakForOrAgainst(String mine, String theirs, @Nullable Evidence expected) {
        // given
        var born = LocalDate.of(1988, 4, 7);

        // when
        var likeness = comparePersons.compare(
                person("avery", "example", born, null, List.of(mine)),
                person("avery", "example", born, null, List.of(theirs)));

        // then
        assertThat(likeness).hasValueSatisfying(found -> {
            var identifiers = found.evidence().stream()
                    .filter(kind -> kind.name().startsWith("IDENTIFIER"))
                    .toList();
            assertThat(identifiers).isEqualTo(expected == null ? List.of() : List.of(expected));
        });
    }

    @Test
    void longNamesCanBeSimilarThoughMoreThanOneLetterDiffers() {
        // given
        var born = LocalDate.of(1988, 4, 7);

        // when
        var likeness = comparePersons.compare(
                person("christopher", "example", born, null, List.of()),
                person("christofer", "example", born, null, List.of()));

        // then
        assertThat(likeness).hasValueSatisfying(found -> {
            assertThat(found.evidence()).contains(Evidence.GIVEN_NAME_SIMILAR);
            assertThat(found.strength()).isEqualTo(Strength.POSSIBLE);
        });
    }

    @Test
    void kindOfEvidenceWithoutPointsStopsTheStart() {
        // given
        var settings = settings(Map.of());
        var incomplete = new DuplicateSettings() {
            @Override
            public Duration searchEvery() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Map<Evidence, Integer> points() {
                var points = new HashMap<>(settings.points());
                points.remove(Evidence.PHONE_SAME);
                return points;
            }

            @Override
            public int possibleFrom() {
                return settings.possibleFrom();
            }

            @Override
            public int likelyFrom() {
                return settings.likelyFrom();
            }

            @Override
            public double similarNameFrom() {
                return settings.similarNameFrom();
            }

            @Override
            public int mostPairs() {
                return settings.mostPairs();
            }
        };

        // when / then
        assertThatThrownBy(() -> new ComparePersons(incomplete)).hasMessageContaining("PHONE_SAME");
    }

    private static PersonKeys person(
            @Nullable String given, String family, LocalDate born, @Nullable String phone, List<String> identifiers) {
        return person(given, family, born, phone, identifiers, null);
    }

    private static PersonKeys person(
            @Nullable String given,
            String family,
            LocalDate born,
            @Nullable String phone,
            List<String> identifiers,
            @Nullable String email) {
        return new PersonKeys(UUID.randomUUID(), born, family, given, phone, email, new TreeSet<>(identifiers));
    }

    private static DuplicateSettings settings(Map<String, String> changes) {
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(changes, "changes", 500))
                    .withSources(new PropertiesConfigSource(SETTINGS.toUri().toURL()))
                    .withMapping(DuplicateSettings.class)
                    .withValidateUnknown(false)
                    .build()
                    .getConfigMapping(DuplicateSettings.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
