/** How a whole program is doing, week by week; nothing in here is of one person. */
package care.iop.progress.program;
