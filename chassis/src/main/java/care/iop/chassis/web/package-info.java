/** The pages' common look, and how people sign in to them: a page is a frame, its script reads the same API as everybody else. */
@NullMarked
package care.iop.chassis.web;

import org.jspecify.annotations.NullMarked;
