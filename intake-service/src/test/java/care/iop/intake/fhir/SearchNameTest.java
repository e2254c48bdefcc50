package care.iop.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Zoë Núñez-O’Brien", "zoe", "NUNEZ", "núñ", "obrien zoë", "O'Brien", "Nunez-OBrien", "nobody,Zoe"
            })
    void personIsMeantByTheBeginningsOfTheirWords(String asked) {
        assertThat(SearchName.of("name", asked).means("Zoë Núñez-O’Brien")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oe", "Zoe Smith", "Brien", "nobody", "Zoey"})
    void anotherPersonIsNot(String asked) {
        assertThat(SearchName.of("name", asked).means("Zoë Núñez-O’Brien")).isFalse();
    }
}
