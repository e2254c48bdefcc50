/** The daily check-in: what a person in treatment reports of the own day, with a note that stays theirs unless they share it. */
package care.iop.progress.checkin;
