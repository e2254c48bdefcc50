package care.iop.intake.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingReaderTest {

    private static final String HEADER = "external_id,name,levels,latitude,longitude";

    private static ListingReader.Listings read(String text) {
        return ListingReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fullRowWithByteOrderMarkQuotesAndCarriageReturns() {
        // given
        var file = "\uFEFF" + HEADER + ",tracks,languages,telehealth,payers,medications,phone,listed\r\n"
                + "A-1,\"Example \"\"House\"\", North\",2.5;2.1;2.1,38.627,-90.1994,evening;Morning,EN;es,Yes,Medicaid,"
                + "buprenorphine,+1 555 0100,\r\n";

        // when
        var listings = read(file);

        // then
        assertThat(listings.faults()).isEmpty();
        assertThat(listings.rows()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Example \"House\", North");
            assertThat(row.levels()).containsExactly("2.1", "2.5");
            assertThat(row.place()).isEqualTo(new GeoPoint(38.627, -90.1994));
            assertThat(row.tracks()).containsExactly("EVENING", "MORNING");
            assertThat(row.languages()).containsExactly("en", "es");
            assertThat(row.telehealth()).isTrue();
            assertThat(row.slidingFee()).isFalse();
            assertThat(row.payers()).containsExactly("medicaid");
            assertThat(row.medications()).containsExactly("BUPRENORPHINE");
            assertThat(row.phone()).isEqualTo("+1 555 0100");
            assertThat(row.listed()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,Example,2.1,10,10            | external_id
                    A,,2.1,10,10                  | name
                    A,=1+1,2.1,10,10              | name
                    A,@SUM(A1),2.1,10,10          | name
                    A,-Example,2.1,10,10          | name
                    A,Example,,10,10              | levels
                    A,Example,9.9,10,10           | levels
                    A,Example,2.1,90.1,10         | latitude
                    A,Example,2.1,NaN,10          | latitude
                    A,Example,2.1,1e1,10          | latitude
                    A,Example,2.1,10,-180.5       | longitude
                    A,Example,2.1,10,             | longitude
                    """)
    void faultIsReportedWithLineAndColumn(String row, String column) {
        // when
        var listings = read(HEADER + "\nB,Sound,2.1,90,-180\n" + row.strip() + "\nC,Sound,2.1,-90,180\n");

        // then
        assertThat(listings.rows()).extracting(ProgramListing::externalId).containsExactly("B", "C");
        assertThat(listings.refused()).isEqualTo(1);
        assertThat(listings.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.advice()).isNotEmpty();
        });
    }

    @Test
    void rowWithAnotherNumberOfCellsAndARepeatedNameAreLeftOut() {
        // when
        var listings = read(HEADER + "\nA,Sound,2.1,10,10\nB,Short,2.1\n\nA,Again,2.1,10,10\n");

        // then
        assertThat(listings.rows()).extracting(ProgramListing::name).containsExactly("Sound");
        assertThat(listings.faults()).extracting(RowFault::line).containsExactly(3, 5);
    }

    @Test
    void textOfTwoHundredCharactersFitsAndOneMoreDoesNot() {
        // when
        var listings = read(HEADER + "\nA," + "n".repeat(200) + ",2.1,10,10\nB," + "n".repeat(201) + ",2.1,10,10\n");

        // then
        assertThat(listings.rows()).extracting(ProgramListing::externalId).containsExactly("A");
        assertThat(listings.faults()).extracting(RowFault::column).containsExactly("name");
    }

    @Test
    void twentyThousandRows() {
        // given
        var file = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < 20_000; i++) {
            file.append("P-").append(i).append(",Example,2.1,10,10\n");
        }

        // when
        var listings = read(file.toString());

        // then
        assertThat(listings.rows()).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name\nExample",
                HEADER + ",name\n",
                HEADER + ",color\n",
                HEADER + "\nA,\"never closed,2.1,10,10\n"
            })
    void fileThatIsNoListIsRefused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(CommonProblem.MALFORMED_REQUEST));
    }

    @Test
    void otherCharacterSetIsRefused() {
        assertThatThrownBy(() -> ListingReader.read(new byte[] {(byte) 0xE9, 'a'}))
                .isInstanceOf(ProblemException.class);
    }
}
