/**
 * Single facts about a person, such as a name or a birth date: each is redacted wherever it is printed, and each can say
 * what is wrong with it.
 */
@NullMarked
package care.iop.intake.person;

import org.jspecify.annotations.NullMarked;
