package care.iop.intake.benefits;

import java.time.Duration;

/** The way to a payer who can be asked by machine. */
interface PayerConnection {

    /** Whether this payer is connected. */
    boolean reaches(String payerElectronicId);

    /** How long it can take at the most to ask this payer, all attempts together. */
    Duration longest(String payerElectronicId);

    /**
     * Asks a payer, and waits for the answer.
     *
     * @param inquiry an X12 interchange
     * @param notice what has to go with what is disclosed, 42 CFR 2.32; X12 has no place for it
     * @return what came back, which may be anything
     * @throws PayerUnreachableException when no answer came in time, for a reason that staff can read
     */
    byte[] ask(String payerElectronicId, String inquiry, String notice) throws PayerUnreachableException;
}
