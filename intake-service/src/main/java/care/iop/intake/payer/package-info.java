/** Who pays for a stay, as far as features that don't deal with benefits need to know. */
@NullMarked
package care.iop.intake.payer;

import org.jspecify.annotations.NullMarked;
