/**
 * The directory of treatment programs: where a person can go who needs another level, another place or another language
 * than the own program offers. Filled from a list that the organization keeps; no personal data.
 */
@NullMarked
package care.iop.intake.directory;

import org.jspecify.annotations.NullMarked;
