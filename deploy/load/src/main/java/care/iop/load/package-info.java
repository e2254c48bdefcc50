/** Measures the suite's write path, and compares ledgers after faults: both against packaged services and real servers. */
package care.iop.load;
