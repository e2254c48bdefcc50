/** Support meetings (AA, SMART Recovery and others) that a person means to go to, went to, or did not. */
package care.iop.progress.supportmeeting;
