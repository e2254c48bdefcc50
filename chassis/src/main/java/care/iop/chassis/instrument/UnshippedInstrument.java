package care.iop.chassis.instrument;

/**
 * An instrument of which the suite knows no more than its code, and on what terms it could know more.
 *
 * @param licence who owns it and what they allow, as far as it is known
 */
public record UnshippedInstrument(String code, String title, String licence, Use use) {

    /** What has to happen before it can be used. */
    public enum Use {
        /** Its owner has to say in writing that it may be shipped. */
        CONFIRM_FIRST,
        /** Its terms rule some operators out: each adds it by themselves. */
        PLUG_IN,
        /** It needs permission, a fee or a contract. */
        PERMISSION_NEEDED
    }
}
