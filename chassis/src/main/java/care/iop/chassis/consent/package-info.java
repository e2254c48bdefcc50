/**
 * Who may see what of a person's record for which purpose, under written consents (42 CFR Part 2): one pure function for all
 * services. Each service asks it with its own copy of the consents.
 */
@NullMarked
package care.iop.chassis.consent;

import org.jspecify.annotations.NullMarked;
