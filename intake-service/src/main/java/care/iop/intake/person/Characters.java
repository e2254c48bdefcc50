package care.iop.intake.person;

/** Which characters a text may have to be kept, shown and searched without surprise. */
final class Characters {

    private Characters() {}

    /** Whether a text of one line has no control character and no half of a surrogate pair. */
    static boolean areForOneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalfPair(c));
    }

    /** The same for a text of several lines, which may also hold line breaks and tabs. */
    static boolean areForText(String text) {
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') || isHalfPair(c));
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
