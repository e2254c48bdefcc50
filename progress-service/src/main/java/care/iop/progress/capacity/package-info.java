/** The seats that the groups of a program's week offer, as scheduling's publications tell them. */
package care.iop.progress.capacity;
