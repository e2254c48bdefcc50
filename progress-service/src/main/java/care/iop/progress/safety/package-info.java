/** Help for a person in danger: shown at once, whatever else fails. */
package care.iop.progress.safety;
