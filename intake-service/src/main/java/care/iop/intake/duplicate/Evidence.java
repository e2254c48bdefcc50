package care.iop.intake.duplicate;

/** One thing that speaks for or against two records being of one person, in words that name nobody. */
public enum Evidence {
    BIRTH_DATE_SAME("same birth date"),
    BIRTH_DATE_SWAPPED("day and month of the birth date are swapped"),
    BIRTH_DATE_ONE_DIGIT("birth date differs by one digit"),
    BIRTH_DATE_DIFFERENT("birth dates differ"),
    FAMILY_NAME_SAME("same family name"),
    FAMILY_NAME_ONE_LETTER("family name differs by one letter"),
    FAMILY_NAME_SIMILAR("family names are similar"),
    FAMILY_NAME_DIFFERENT("family names differ"),
    GIVEN_NAME_SAME("same given name"),
    GIVEN_NAME_ONE_LETTER("given name differs by one letter"),
    GIVEN_NAME_SIMILAR("given names are similar"),
    GIVEN_NAME_INITIAL("one given name is only the other's initial"),
    GIVEN_NAME_DIFFERENT("given names differ, as those of twins do"),
    NAMES_SWAPPED("family name and given name are swapped"),
    IDENTIFIER_SAME_ELSEWHERE("same identifier value in two systems"),
    IDENTIFIER_ONE_CHARACTER("identifiers of one system differ by one character"),
    IDENTIFIER_DIFFERENT("different identifiers in one system"),
    PHONE_SAME("same phone number"),
    PHONE_ONE_DIGIT("phone number differs by one digit"),
    EMAIL_SAME("same e-mail address"),
    EMAIL_ONE_CHARACTER("e-mail address differs by one character");

    private final String words;

    Evidence(String words) {
        this.words = words;
    }

    /** A few plain words. */
    String words() {
        return words;
    }
}
