/** What a service publishes about itself, compared with what is declared for it. */
@NullMarked
package care.iop.chassis.testing.telemetry;

import org.jspecify.annotations.NullMarked;
