/**
 * The whole suite on one machine from one command: PostgreSQL, Kafka, Keycloak, the three services and one origin before
 * them, and a story that shows them at work.
 */
@NullMarked
package care.iop.local;

import org.jspecify.annotations.NullMarked;
