/** The architecture as rules that can fail. */
package care.iop.chassis.testing.architecture;
