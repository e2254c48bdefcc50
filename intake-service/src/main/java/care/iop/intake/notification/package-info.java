/**
 * Tells machines of recipients that something about a person has changed: by identifier alone, signed and numbered, in order, and
 * only while a consent in force covers it. What has changed they ask for, and are asked for a consent again.
 */
@NullMarked
package care.iop.intake.notification;

import org.jspecify.annotations.NullMarked;
