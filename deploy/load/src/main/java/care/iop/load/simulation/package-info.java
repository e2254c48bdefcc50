/**
 * A year of a network of programs that never was: who is admitted when, how the days go, what is reported and what is kept silent,
 * who comes, who stays away, and how it ends. The same seed makes the same year.
 */
package care.iop.load.simulation;
