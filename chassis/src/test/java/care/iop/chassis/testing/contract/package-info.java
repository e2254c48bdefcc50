/** Guards over what a service promises others: its HTTP API, its events, and the channels that carry them. */
package care.iop.chassis.testing.contract;
