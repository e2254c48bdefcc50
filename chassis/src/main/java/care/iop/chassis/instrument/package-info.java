/**
 * Published questionnaires and rating scales as data, and the one scorer for all of them. What an instrument asks and how its
 * answers count stands in {@code instruments/*.json}; nothing here knows a single instrument.
 */
@NullMarked
package care.iop.chassis.instrument;

import org.jspecify.annotations.NullMarked;
