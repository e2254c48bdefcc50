/** A whole program as one document: everything that is needed to open it again, here or elsewhere. No client is in it. */
@NullMarked
package care.iop.scheduling.document;

import org.jspecify.annotations.NullMarked;
