/** What a service tells its operators about itself, in numbers. */
@NullMarked
package care.iop.chassis.telemetry;

import org.jspecify.annotations.NullMarked;
