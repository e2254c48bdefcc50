/** The restore drill of an operator: what progress copies from topics and what it sums is made anew and mended where it differs. */
package care.iop.progress.rebuild;
