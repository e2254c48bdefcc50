/** What is to be measured when: a cadence for each level of care, what of it is due or overdue, and what was put off and why. */
package care.iop.progress.cadence;
