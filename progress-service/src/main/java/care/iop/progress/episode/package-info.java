/** The episode of care: what progress keeps of intake's admission, and who may look at the person behind it. */
package care.iop.progress.episode;
