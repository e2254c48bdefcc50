/** A narrower permission is in force in all services before it is answered (42 CFR 2.31(a)(6): a revocation takes effect). */
@NullMarked
package care.iop.intake.narrowing;

import org.jspecify.annotations.NullMarked;
