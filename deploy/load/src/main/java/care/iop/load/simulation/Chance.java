package care.iop.load.simulation;

import java.time.LocalDate;
import java.util.UUID;

/** Random numbers of one person: the same for the same seed and person, whoever is simulated before. */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Chance(long seed, long person) {
        this.state = mix(seed * GOLDEN ^ mix(person + GOLDEN));
    }

    /** Evenly from 0 up to but not including 1. */
    double even() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Normally distributed, mean 0 and standard deviation 1. */
    double normal() {
        return Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
    }

    boolean happens(double probability) {
        return even() < probability;
    }

    /** A time-ordered identifier (version 7) of noon of that day. */
    UUID id(LocalDate on) {
        long millis = on.toEpochDay() * 86_400_000L + 43_200_000L;
        return new UUID(
                millis << 16 | 0x7000L | (next() & 0xFFFL), (next() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** The logistic function: turns any number into a probability. */
    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The distribution function of the standard normal distribution, to about seven decimals (Abramowitz and Stegun 26.2.17). */
    static double normalPlace(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long z) {
        long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return y ^ y >>> 31;
    }
}
