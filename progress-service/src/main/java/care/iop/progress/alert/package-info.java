/** Alerts: something about one patient that a human must look at, and the proof that one has. */
package care.iop.progress.alert;
