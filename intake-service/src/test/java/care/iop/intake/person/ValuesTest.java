package care.iop.intake.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    static Stream<SelfChecked> sound() {
        return Stream.of(
                new PersonName("X"),
                new PersonName("x".repeat(200)),
                new PersonName("Анна-Мария"),
                new PersonName("李小龍"),
                new PersonName("O’Example Jr. 😀"),
                new PersonName("e\u0301"),
                new DateOfBirth(LocalDate.of(1900, 1, 1)),
                new DateOfBirth(TODAY),
                new PhoneNumber("5550100"),
                new PhoneNumber("+123456789012345"),
                new PhoneNumber("(555) 010-0199 ext. 12"),
                new PhoneNumber("555-010-0199 x123456"),
                new EmailAddress("a@b.co"),
                new EmailAddress("avery.example+iop@mail.example.org"),
                new EmailAddress("użytkownik@przykład.example"),
                new PrivateText("x".repeat(4000)),
                new PrivateText("first line\r\n\tsecond line"),
                new MemberNumber("MEM 0001/2"),
                new LanguageTag("en"),
                new LanguageTag("zh-Hant-TW"),
                new TimeZoneName("America/Argentina/Buenos_Aires"),
                new TimeZoneName("UTC"));
    }

    static Stream<SelfChecked> faulty() {
        return Stream.of(
                new PersonName(""),
                new PersonName(" \u2003"),
                new PersonName("x".repeat(201)),
                new PersonName("Avery\u0000"),
                new PersonName("Avery\nExample"),
                new PersonName("half \ud83d pair"),
                new DateOfBirth(LocalDate.of(1899, 12, 31)),
                new DateOfBirth(TODAY.plusDays(1)),
                new PhoneNumber("555010"),
                new PhoneNumber("+1234567890123456"),
                new PhoneNumber("call me"),
                new PhoneNumber("555-010-0199 x1234567"),
                new PhoneNumber("+1 555 010 0199\n"),
                new PhoneNumber("٠١٢٣٤٥٦٧"),
                new EmailAddress("avery"),
                new EmailAddress("avery@localhost"),
                new EmailAddress("avery@example..org"),
                new EmailAddress("avery@example.org."),
                new EmailAddress("a very@example.org"),
                new EmailAddress("a@b@example.org"),
                new EmailAddress("x".repeat(65) + "@example.org"),
                new EmailAddress("a@" + "x".repeat(250) + ".org"),
                new PrivateText(" "),
                new PrivateText("x".repeat(4001)),
                new PrivateText("bell\u0007"),
                new MemberNumber(""),
                new MemberNumber("x".repeat(101)),
                new LanguageTag(""),
                new LanguageTag("english language"),
                new LanguageTag("en_US"),
                new TimeZoneName("EST"),
                new TimeZoneName("+05:00"),
                new TimeZoneName("America/Springfield"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void soundValuesHaveNoFault(SelfChecked value) {
        assertThat(value.fault(TODAY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void faultyValuesSayWhatWouldBeRight(SelfChecked value) {
        assertThat(value.fault(TODAY))
                .hasValueSatisfying(words -> assertThat(words).startsWith("must "));
    }

    @Test
    void noPersonalValueShowsItselfWhenPrinted() {
        // given
        var values = List.of(
                new PersonName("Secret1900"),
                new PhoneNumber("19001900"),
                new EmailAddress("1900@example.org"),
                new PrivateText("since 1900"),
                new MemberNumber("1900"),
                new DateOfBirth(LocalDate.of(1900, 1, 1)));

        // when
        var printed = values.toString();

        // then
        assertThat(printed).doesNotContain("1900").contains("redacted");
    }
}
