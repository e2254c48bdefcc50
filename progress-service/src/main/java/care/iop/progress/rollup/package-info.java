/** What persons, weeks and programs come to, kept up to date by differences and counted anew where belonging changes. */
package care.iop.progress.rollup;
