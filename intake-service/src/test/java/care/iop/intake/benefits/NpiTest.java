package care.iop.intake.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check digit of a National Provider Identifier, by the worked example of the standard: 123456789 has 3. */
class NpiTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1245319599", "1679576722", "2000000002"})
    void aRightCheckDigitIsTaken(String npi) {
        assertThat(new Npi(npi).value()).isEqualTo(npi);
    }

    @Test
    void ofTenLastDigitsOneIsRight() {
        // when
        var taken = IntStream.range(0, 10)
                .filter(digit -> isTaken("123456789" + digit))
                .boxed()
                .toList();

        // then
        assertThat(taken).containsExactly(3);
    }

    /** What Luhn's sum is for: one digit typed wrong, anywhere. */
    @Test
    void oneWrongDigitIsFound() {
        var right = "1234567893";
        for (int place = 0; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (right.charAt(place) != digit) {
                    // when
                    var wrong = right.substring(0, place) + digit + right.substring(place + 1);

                    // then
                    assertThat(isTaken(wrong)).as(wrong).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "12345678931", "3234567891", "0234567894", "123456789X", " 1234567893"})
    void whatHasNotTheFormIsRefused(String npi) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Npi(npi))
                .withMessageContaining("check digit")
                .withMessageEndingWith("not " + npi);
    }

    private static boolean isTaken(String npi) {
        try {
            return new Npi(npi).value().equals(npi);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
