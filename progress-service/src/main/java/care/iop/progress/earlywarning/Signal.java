package care.iop.progress.earlywarning;

import java.util.Locale;

/** What the model looks at: one number each, of the two weeks before a Monday. */
enum Signal {
    /** Days reported by days in treatment of the two weeks, 0 to 1. */
    REPORTED {
        @Override
        double of(Fortnight weeks) {
            return weeks.reportedDays() / (double) weeks.daysInTreatment();
        }

        @Override
        String inWords(Fortnight weeks) {
            return "reported " + weeks.reportedDays() + " of the last " + weeks.daysInTreatment() + " days";
        }
    },

    /** Days since the last report, at most 14. */
    SILENT {
        @Override
        double of(Fortnight weeks) {
            return weeks.silentDays();
        }

        @Override
        String inWords(Fortnight weeks) {
            return weeks.silentDays() >= Fortnight.DAYS
                    ? "no report for two weeks"
                    : "last report " + weeks.silentDays() + " days ago";
        }
    },

    /** Sessions missed by sessions marked, 0 to 1; 0 without sessions. */
    MISSED {
        @Override
        double of(Fortnight weeks) {
            return weeks.markedUnits() == 0 ? 0 : weeks.missedUnits() / (double) weeks.markedUnits();
        }

        @Override
        String inWords(Fortnight weeks) {
            return "missed " + weeks.missedUnits() + " of " + weeks.markedUnits() + " sessions in two weeks";
        }
    },

    /** Days with use by days reported, 0 to 1; 0 without reports. */
    USED {
        @Override
        double of(Fortnight weeks) {
            return weeks.reportedDays() == 0 ? 0 : weeks.useDays() / (double) weeks.reportedDays();
        }

        @Override
        String inWords(Fortnight weeks) {
            return "use on " + weeks.useDays() + " of " + weeks.reportedDays() + " reported days";
        }
    },

    /** Mean craving of the reported days, 0 to 10; the middle of the scale without reports. */
    CRAVING {
        @Override
        double of(Fortnight weeks) {
            return weeks.meanOfReported(weeks.cravingSum());
        }

        @Override
        String inWords(Fortnight weeks) {
            return String.format(Locale.ROOT, "craving %.1f of 10 on average", of(weeks));
        }
    },

    /** Mean mood of the reported days, 0 to 10; the middle of the scale without reports. */
    MOOD {
        @Override
        double of(Fortnight weeks) {
            return weeks.meanOfReported(weeks.moodSum());
        }

        @Override
        String inWords(Fortnight weeks) {
            return String.format(Locale.ROOT, "mood %.1f of 10 on average", of(weeks));
        }
    },

    /** The logarithm of the weeks since the admission: the first weeks are the riskiest. */
    NEWNESS {
        @Override
        double of(Fortnight weeks) {
            return -Math.log(weeks.daysSinceAdmission() / 7.0);
        }

        @Override
        String inWords(Fortnight weeks) {
            return "in treatment for " + weeks.daysSinceAdmission() + " days";
        }
    };

    /** The number that the model gets. */
    abstract double of(Fortnight weeks);

    /** What a human reads when this signal speaks for dropping out. */
    abstract String inWords(Fortnight weeks);

    /** All numbers in the order of the signals. */
    static double[] vector(Fortnight weeks) {
        var signals = values();
        var vector = new double[signals.length];
        for (int i = 0; i < signals.length; i++) {
            vector[i] = signals[i].of(weeks);
        }
        return vector;
    }
}
