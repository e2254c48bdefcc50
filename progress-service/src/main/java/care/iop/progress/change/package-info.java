/** Whether a person's scores changed for the better or the worse, each time by one named criterion and never by a mixture. */
package care.iop.progress.change;
