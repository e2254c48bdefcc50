/**
 * Mechanisms that every service of the suite needs and that would make sense in a bakery too: problems, callers and
 * tenancy, the access log, outbox and inbox, idempotent requests, paging. Domain words have no place here.
 */
package care.iop.chassis;
