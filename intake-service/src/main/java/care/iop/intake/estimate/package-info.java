/**
 * What treatment will cost a person: shares of insured people, sliding fees, payment plans, and when a self-payer has to have
 * an estimate. Everything here is calculated from what the caller sends; nothing is stored.
 */
@NullMarked
package care.iop.intake.estimate;

import org.jspecify.annotations.NullMarked;
