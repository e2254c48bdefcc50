/**
 * Progress: how a person in the program is doing. It measures (standard instruments), listens (daily check-ins), counts
 * (hours and attendance against the prescription), and raises alerts that a human must answer.
 */
package care.iop.progress;
