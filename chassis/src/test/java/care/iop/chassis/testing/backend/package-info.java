/** The real servers that tests and the local launcher run: PostgreSQL and Apache Kafka, from Maven Central artifacts. */
@NullMarked
package care.iop.chassis.testing.backend;

import org.jspecify.annotations.NullMarked;
