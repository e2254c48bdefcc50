/** The rules that call a human: each one a sentence that can be read to a clinician, all of them listed in {@link Rules}. */
package care.iop.progress.alert.rule;
