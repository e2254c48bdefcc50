/** What has to hold before treatment starts: the question that an admission asks, and the answers that features give. */
@NullMarked
package care.iop.intake.gate;

import org.jspecify.annotations.NullMarked;
