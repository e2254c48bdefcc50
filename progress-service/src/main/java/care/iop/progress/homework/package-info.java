/** Homework: what a clinician gives a person to do between sessions, and whether it was done. */
package care.iop.progress.homework;
