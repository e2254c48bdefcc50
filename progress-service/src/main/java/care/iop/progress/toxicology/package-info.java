/** Results of drug tests: what a laboratory or a test at the point of care found, apart from what a person says. */
package care.iop.progress.toxicology;
