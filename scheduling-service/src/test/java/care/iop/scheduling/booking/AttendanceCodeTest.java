package care.iop.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of corrections. */
class AttendanceCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ATTENDED             | LATE PARTIAL NO_SHOW
                    LATE                 | ATTENDED LATE PARTIAL NO_SHOW
                    PARTIAL              | ATTENDED LATE PARTIAL NO_SHOW
                    NO_SHOW              | ATTENDED LATE PARTIAL EXCUSED LATE_CANCEL CANCELLED_BY_PROGRAM
                    EXCUSED              | ATTENDED LATE PARTIAL LATE_CANCEL CANCELLED_BY_PROGRAM
                    LATE_CANCEL          | ATTENDED LATE PARTIAL EXCUSED CANCELLED_BY_PROGRAM
                    CANCELLED_BY_PROGRAM | ATTENDED LATE PARTIAL
                    """)
    void legalMoves(AttendanceCode from, String to) {
        // when
        var corrections = from.corrections();

        // then
        assertThat(corrections)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(to.split(" ", -1))
                        .map(AttendanceCode::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(AttendanceCode.class)
    void everyMistakeCanBeMended(AttendanceCode wanted) {
        // when
        var from = Stream.of(AttendanceCode.values())
                .filter(code -> code.corrections().contains(wanted));

        // then
        assertThat(from).isNotEmpty();
    }
}
