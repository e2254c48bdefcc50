/** Months of the tables that grow with every day, opened before they are needed. */
package care.iop.progress.partition;
