package care.iop.intake.benefits;

/**
 * A National Provider Identifier: ten digits, the first 1 or 2, of which the last is the Luhn check digit of the others after the
 * prefix 80840 (45 CFR 162.406).
 */
public record Npi(String value) {

    /** The sum that the digits of the prefix 80840 add. */
    private static final int OF_PREFIX = 24;

    /** Refuses what is no NPI, so that a slip of one digit stops the start and doesn't go to a payer. */
    public Npi {
        if (!value.matches("[12][0-9]{9}") || sum(value) % 10 != 0) {
            throw new IllegalArgumentException(
                    "must be a National Provider Identifier: ten digits that begin with 1 or 2, with the right check digit, not "
                            + value);
        }
    }

    private static int sum(String digits) {
        var sum = OF_PREFIX;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            // From the right, every second digit counts twice, beginning with the one before the check digit.
            var twice = (digits.length() - i) % 2 == 0;
            var counted = twice ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum;
    }
}
