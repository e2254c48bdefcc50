package care.iop.scheduling.roster.engine;

/**
 * Some sessions of one class that the search places alike.
 *
 * @param sessionClass position of the class in the client's list
 * @param count how many sessions
 * @param choices who may hold them and at what cost
 * @param mandatory whether leaving one unplaced is out of the question
 */
record Item(int sessionClass, int count, Choices choices, boolean mandatory) {

    /** Clinicians side by side with what each costs per session. */
    static final class Choices {

        /** Nobody. */
        static final Choices NONE = new Choices(new int[0], new long[0], new long[0]);

        final int[] clinicians;

        /** Overtime included. */
        final long[] costs;

        /** The part of the cost that is overtime, as if the session were the clinician's only new one. */
        final long[] overtimes;

        Choices(int[] clinicians, long[] costs, long[] overtimes) {
            this.clinicians = clinicians;
            this.costs = costs;
            this.overtimes = overtimes;
        }

        int indexOf(int clinician) {
            for (int i = 0; i < clinicians.length; i++) {
                if (clinicians[i] == clinician) {
                    return i;
                }
            }
            return -1;
        }

        /** One clinician alone, without the overtime. */
        Choices only(int index) {
            return new Choices(
                    new int[] {clinicians[index]}, new long[] {costs[index] - overtimes[index]}, new long[] {0});
        }

        /** All but one clinician. */
        Choices without(int index) {
            int[] otherClinicians = new int[clinicians.length - 1];
            long[] otherCosts = new long[clinicians.length - 1];
            long[] otherOvertimes = new long[clinicians.length - 1];
            for (int i = 0, j = 0; i < clinicians.length; i++) {
                if (i != index) {
                    otherClinicians[j] = clinicians[i];
                    otherCosts[j] = costs[i];
                    otherOvertimes[j++] = overtimes[i];
                }
            }
            return new Choices(otherClinicians, otherCosts, otherOvertimes);
        }
    }
}
